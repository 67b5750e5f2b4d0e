namespace ClosingGap.Domain.Statistics;

/// <summary>An estimate with the limits of its confidence interval, all in the unit of the estimate.</summary>
/// <param name="Estimate">The estimate itself.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    /// <summary>True when the interval holds the value: the data do not tell the estimate from it.</summary>
    public bool Covers(double value) => Low <= value && value <= High;
}
