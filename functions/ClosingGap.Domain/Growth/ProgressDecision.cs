namespace ClosingGap.Domain.Growth;

/// <summary>What a rule of progress monitoring says.</summary>
public enum ProgressDecision
{
    /// <summary>There are too few probes, or over too short a time.</summary>
    InsufficientData,

    /// <summary>The way leads to the goal, or cannot be told from it: go on.</summary>
    Continue,

    /// <summary>The way falls short of the goal: change the instruction.</summary>
    ChangeInstruction,

    /// <summary>The way leads beyond the goal: raise the goal.</summary>
    RaiseGoal,
}
