namespace ClosingGap.Pipeline.Drops;

/// <summary>How a decision ended.</summary>
public enum DecisionOutcome
{
    /// <summary>It is recorded and carried out.</summary>
    Done,

    /// <summary>There is no such drop.</summary>
    NotFound,

    /// <summary>The drop is in a state that this decision does not fit.</summary>
    NotPossible,

    /// <summary>Another version was published since the drop was judged.</summary>
    BaseChanged,
}
