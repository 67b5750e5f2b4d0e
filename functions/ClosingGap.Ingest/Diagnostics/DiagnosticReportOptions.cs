namespace ClosingGap.Ingest.Diagnostics;

/// <summary>How much of the findings a report file holds.</summary>
public sealed record DiagnosticReportOptions
{
    /// <summary>Lines per code of warning. Unit: lines; default 1,000; range 0 to 1,000,000.</summary>
    public int MaxWarningsPerCode { get; init; } = 1_000;

    /// <summary>Lines in all. Unit: lines; default 1,000,000; range 1 to 100,000,000.</summary>
    public long MaxLines { get; init; } = 1_000_000;
}
