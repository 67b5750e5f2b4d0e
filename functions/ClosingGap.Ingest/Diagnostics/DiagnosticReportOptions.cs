namespace ClosingGap.Ingest.Diagnostics;

/// <summary>How much of the findings a report file holds.</summary>
public sealed record DiagnosticReportOptions
{
    /// <summary>Lines per code of warning. Unit: lines; default 1,000; range 0 to 1,000,000.</summary>
    public int MaxWarningsPerCode { get; init; } = 1_000;

    /// <summary>Lines in all. Unit: lines; default 1,000,000; range 1 to 100,000,000.</summary>
    public long MaxLines { get; init; } = 1_000_000;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public DiagnosticReportOptions Validated()
    {
        if (MaxWarningsPerCode is < 0 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxWarningsPerCode), MaxWarningsPerCode, "MaxWarningsPerCode must lie between 0 and 1,000,000.");
        }

        return MaxLines is < 1 or > 100_000_000
            ? throw new ArgumentOutOfRangeException(nameof(MaxLines), MaxLines, "MaxLines must lie between 1 and 100,000,000.")
            : this;
    }
}
