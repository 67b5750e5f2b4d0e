namespace ClosingGap.Cli.Service;

/// <summary>What was read of one file of a drop.</summary>
internal sealed record DropStatusFile(string File, string? Table, string? Mode, long Read, long Rejected, long Warnings, long Accepted = 0, long Deleted = 0);
