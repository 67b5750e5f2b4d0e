namespace ClosingGap.Cli.Service;

/// <summary>How well a rule told beforehand what came.</summary>
internal sealed record EvaluatedQuality(
    EvaluatedRate? Precision, EvaluatedRate? Recall, EvaluatedRate? FalseAlarmRate, EvaluatedRate? ShareFlagged, double? Lift);
