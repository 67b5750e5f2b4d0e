namespace ClosingGap.Cli.Service;

/// <summary>What somebody should look at before a rollup is released.</summary>
internal sealed record RollupAlert(string Code, string Text);
