namespace ClosingGap.Pipeline.Evaluating;

/// <summary>How far a check of rules is.</summary>
public enum EvaluationState
{
    /// <summary>Asked for, or at work.</summary>
    Running = 0,

    /// <summary>Done; it has a report.</summary>
    Done = 1,

    /// <summary>Not done: it has a reason.</summary>
    Failed = 2,
}
