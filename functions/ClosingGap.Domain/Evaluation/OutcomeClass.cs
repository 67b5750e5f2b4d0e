namespace ClosingGap.Domain.Evaluation;

/// <summary>How an outcome counts in the check of a rule.</summary>
public enum OutcomeClass
{
    /// <summary>It says nothing for or against the rule.</summary>
    NotCounted = 0,

    /// <summary>What the rule warns of did not happen.</summary>
    NotAdverse = 1,

    /// <summary>What the rule warns of happened.</summary>
    Adverse = 2,
}
