namespace ClosingGap.Bench;

/// <summary>One measured drop.</summary>
/// <param name="Name">What was dropped.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Written">Student documents written.</param>
/// <param name="Seconds">From the end of the upload to Published.</param>
/// <param name="CpuSeconds">Processor time of the app in that time, over all cores.</param>
/// <param name="PeakMegabytes">The peak of the app's working set since it started.</param>
internal sealed record BenchRow(string Name, long Rows, long Written, double Seconds, double CpuSeconds, double PeakMegabytes);
