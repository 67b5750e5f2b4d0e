namespace ClosingGap.Cli.Service;

/// <summary>A withheld cell whose protection could not be shown; without a district it is the state's, without a school the district's.</summary>
internal sealed record RollupUnprovenCell(string Measure, string? District, string? School, string Group);
