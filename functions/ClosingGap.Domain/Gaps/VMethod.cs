namespace ClosingGap.Domain.Gaps;

/// <summary>How a V-statistic was found.</summary>
public enum VMethod
{
    /// <summary>By a line through the probits at the cut points.</summary>
    Fitted = 0,

    /// <summary>By the trapezoids under the curve: coarse with few levels. Taken where no line can be fitted.</summary>
    Trapezoid = 1,
}
