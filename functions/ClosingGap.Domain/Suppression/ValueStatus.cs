namespace ClosingGap.Domain.Suppression;

/// <summary>How a published value is to be read.</summary>
public enum ValueStatus
{
    /// <summary>The value itself.</summary>
    Exact,

    /// <summary>Between two bounds.</summary>
    Range,

    /// <summary>Kept back to protect students. It is not 0.</summary>
    Suppressed,

    /// <summary>There is nobody of whom it could tell.</summary>
    NotApplicable,

    /// <summary>It was not reported to us.</summary>
    NotReported,
}
