namespace ClosingGap.Cli.Service;

/// <summary>What is asked of a rollup.</summary>
internal sealed record RollupBody(string? By);
