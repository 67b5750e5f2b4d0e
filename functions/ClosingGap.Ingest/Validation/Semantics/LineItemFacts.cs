namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>What results are held to of their line item.</summary>
/// <param name="Class">The hash of its class.</param>
/// <param name="Min">The lowest score allowed, or null.</param>
/// <param name="Max">The highest score allowed, or null.</param>
internal readonly record struct LineItemFacts(ulong Class, decimal? Min, decimal? Max)
{
    /// <summary>False when the two bounds contradict each other, so that no score can be held to them.</summary>
    public bool HasSoundRange => Min is null || Max is null || Min <= Max;
}
