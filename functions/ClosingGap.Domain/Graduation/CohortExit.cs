namespace ClosingGap.Domain.Graduation;

/// <summary>How a member of a cohort left, as far as it bears on the graduation rate.</summary>
public enum CohortExit
{
    /// <summary>Still enrolled, or not known: stays in the cohort.</summary>
    None,

    /// <summary>A regular diploma, or the state-defined alternate diploma where the state counts it.</summary>
    RegularDiploma,

    /// <summary>Left without one: dropout, GED or other credential, certificate, expelled, aged out. Stays in the cohort.</summary>
    WithoutDiploma,

    /// <summary>To another school that awards regular diplomas.</summary>
    TransferredOut,

    /// <summary>To another country.</summary>
    Emigrated,

    /// <summary>Died.</summary>
    Deceased,
}
