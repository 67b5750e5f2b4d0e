using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A score lies within the range of its line item. A line item whose range contradicts itself has a finding of its own.</summary>
internal sealed class ScoreInRangeRule(FileContract contract, PackageFacts facts) : MeaningRule("score")
{
    private readonly int _lineItem = contract.IndexOf("lineItemSourcedId");
    private readonly int _score = contract.IndexOf("score");

    public override string? Broken(string?[] values)
    {
        if (CellNumber.Of(values[_score]) is not { } score
            || !facts.LineItems.TryGetValue(KeyHash.Of(values[_lineItem]), out var lineItem)
            || !lineItem.HasSoundRange)
        {
            return null;
        }

        return score < lineItem.Min ? DiagnosticCodes.SemanticScoreBelowMin
            : score > lineItem.Max ? DiagnosticCodes.SemanticScoreAboveMax
            : null;
    }

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row) =>
        CellNumber.Of(row.Raw(_score)) is not { } score
        || !facts.TryFindLineItem(row.Hash(_lineItem), out var lineItem)
        || !lineItem.HasSoundRange
        || !(score < lineItem.Min || score > lineItem.Max);
}
