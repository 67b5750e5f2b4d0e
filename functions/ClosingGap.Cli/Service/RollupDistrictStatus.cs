namespace ClosingGap.Cli.Service;

/// <summary>How a district takes part in a rollup.</summary>
internal sealed record RollupDistrictStatus(string District, string Name, string Status, DateOnly? AsOf, long Students, bool IsDeduplicated);
