namespace ClosingGap.Domain.Evaluation;

/// <summary>What became of a student.</summary>
public enum OutcomeKind
{
    /// <summary>Nothing is known. It is never counted.</summary>
    Unknown = 0,

    /// <summary>Earned a regular diploma.</summary>
    Graduated = 1,

    /// <summary>Left school without a diploma and did not go on elsewhere.</summary>
    DroppedOut = 2,

    /// <summary>Was promoted at the end of the next year.</summary>
    PassedNextYear = 3,

    /// <summary>Was retained at the end of the next year.</summary>
    FailedNextYear = 4,

    /// <summary>Left otherwise: transferred, emigrated or died. What came of it is not known here.</summary>
    LeftOtherwise = 5,
}
