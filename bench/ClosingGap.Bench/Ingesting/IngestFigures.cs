namespace ClosingGap.Bench.Ingesting;

/// <summary>What one way of reading the package cost, in a process of its own.</summary>
/// <param name="Rows">Data rows read.</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="CpuSeconds">Processor time over all cores.</param>
/// <param name="PeakMegabytes">The peak of the process's working set.</param>
internal sealed record IngestFigures(long Rows, double Seconds, double CpuSeconds, double PeakMegabytes);
