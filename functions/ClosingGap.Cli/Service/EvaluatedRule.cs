namespace ClosingGap.Cli.Service;

/// <summary>How a rule did.</summary>
internal sealed record EvaluatedRule(
    string Milestone, int Version, string FlaggedFrom, EvaluatedQuality Quality, IReadOnlyList<EvaluatedSubgroup> Subgroups);
