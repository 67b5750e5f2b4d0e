namespace ClosingGap.Functions.Orchestrations;

/// <summary>A merge of sorted files to one.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Pass">The pass whose files are merged.</param>
/// <param name="Group">Which of its files: 64 from this number times 64.</param>
/// <param name="Files">How many files the pass has.</param>
public sealed record RollupMerge(string Rollup, int Pass, int Group, int Files);
