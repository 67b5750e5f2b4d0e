namespace ClosingGap.Pipeline.Flags;

/// <summary>A page of a district's flags.</summary>
/// <param name="Flags">The flags, by student.</param>
/// <param name="Next">What the next page is asked with; null on the last.</param>
public sealed record FlagPage(IReadOnlyList<FigureFlag> Flags, string? Next);
