namespace ClosingGap.Bench.Indicating;

/// <summary>What one way of computing indicators cost, in a process of its own, and what it found.</summary>
/// <param name="Students">Students computed.</param>
/// <param name="Seconds">By the clock, reading included.</param>
/// <param name="CpuSeconds">Processor time over all cores.</param>
/// <param name="PeakMegabytes">The peak of the process's working set.</param>
/// <param name="Totals">The sums that every way must agree on.</param>
internal sealed record IndicatorFigures(long Students, double Seconds, double CpuSeconds, double PeakMegabytes, CoreTotals Totals);
