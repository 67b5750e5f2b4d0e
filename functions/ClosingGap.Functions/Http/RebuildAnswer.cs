namespace ClosingGap.Functions.Http;

/// <summary>A rebuild was started.</summary>
/// <param name="DropId">The drop under which its progress is read.</param>
public sealed record RebuildAnswer(string DropId);
