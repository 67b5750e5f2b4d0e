namespace ClosingGap.Pipeline.Rollups;

/// <summary>A page of a state's districts.</summary>
/// <param name="Count">How many there are on it.</param>
/// <param name="Next">The id after which the next page begins; blank: this was the last.</param>
public sealed record RollupPage(int Count, string Next);
