using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Reading;

/// <summary>A page of drops.</summary>
/// <param name="Drops">The drops, newest first.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
public sealed record DropPage(IReadOnlyList<DropReference> Drops, string? Next);
