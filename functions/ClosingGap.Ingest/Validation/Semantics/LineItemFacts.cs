namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>What results are held to of their line item.</summary>
/// <param name="Class">The hash of its class.</param>
/// <param name="Range">The scores allowed.</param>
internal readonly record struct LineItemFacts(ulong Class, ScoreRange Range);
