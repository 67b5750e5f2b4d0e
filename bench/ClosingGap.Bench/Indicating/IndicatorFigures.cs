namespace ClosingGap.Bench.Indicating;

/// <summary>What one way of computing indicators cost, in a process of its own, and what it found.</summary>
/// <param name="Students">Students computed.</param>
/// <param name="ColdSeconds">By the clock, the first time in a process: reading, and compiling the code, included.</param>
/// <param name="Seconds">By the clock, again in the same process: the median.</param>
/// <param name="CpuSeconds">Processor time over all cores of that median.</param>
/// <param name="PeakMegabytes">The peak of the process's working set.</param>
/// <param name="Totals">The sums that every way must agree on.</param>
internal sealed record IndicatorFigures(long Students, double ColdSeconds, double Seconds, double CpuSeconds, double PeakMegabytes, CoreTotals Totals);
