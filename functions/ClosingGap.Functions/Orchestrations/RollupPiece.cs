namespace ClosingGap.Functions.Orchestrations;

/// <summary>One piece of a rollup.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Number">The district's ordinal, the page, the place in the list of districts of which something is taken back, or the number of the release that was protected against.</param>
/// <param name="Total">How many there are, as far as is known.</param>
/// <param name="After">Of pages: the id after which it begins; blank: at the beginning.</param>
public sealed record RollupPiece(string Rollup, int Number, int Total = 0, string After = "");
