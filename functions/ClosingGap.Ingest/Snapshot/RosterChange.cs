namespace ClosingGap.Ingest.Snapshot;

/// <summary>What a merge did to one row of a roster: its cells before and after; null when it was not there, or is gone.</summary>
internal sealed record RosterChange(string?[]? Before, string?[]? After);
