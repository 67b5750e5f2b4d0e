namespace ClosingGap.Pipeline.Rollups;

/// <summary>What somebody should look at before a rollup is released.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Text">What it is, and what to do.</param>
public sealed record RollupAlert(string Code, string Text);
