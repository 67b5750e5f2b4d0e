namespace ClosingGap.Cli.Service;

/// <summary>How a rule did for a subgroup.</summary>
internal sealed record EvaluatedSubgroup(string Group, bool TooFewToSay, EvaluatedQuality? Quality, EvaluatedGap? RecallGap, EvaluatedGap? FalseAlarmGap);
