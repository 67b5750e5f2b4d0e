namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>What moves along a cycle of cells. Lines add up for outcomes and for non-outcomes separately.</summary>
internal enum FlowMode
{
    /// <summary>Students with the outcome, between suppressed cells.</summary>
    Outcomes,

    /// <summary>Students without the outcome, between suppressed cells.</summary>
    NonOutcomes,

    /// <summary>Outcomes against non-outcomes: the students stay, so cells that tell their students take part.</summary>
    Exchange,
}
