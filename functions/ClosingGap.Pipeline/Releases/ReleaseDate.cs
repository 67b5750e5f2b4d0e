namespace ClosingGap.Pipeline.Releases;

/// <summary>A day on which a state publishes.</summary>
/// <param name="Date">The day (UTC).</param>
/// <param name="Label">What people call it, e.g. <c>Fall snapshot</c>.</param>
public sealed record ReleaseDate(DateOnly Date, string Label);
