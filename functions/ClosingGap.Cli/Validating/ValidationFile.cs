namespace ClosingGap.Cli.Validating;

/// <summary>What became of one file; <paramref name="Used"/> is false when its rows were not read.</summary>
internal sealed record ValidationFile(
    string File, string? Table, string? Mode, long Read, long Accepted, long Rejected, long Deleted, long Warnings, bool Used);
