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
            || !facts.LineItems.TryFind(KeyHash.Of(values[_lineItem]), out var lineItem)
            || !lineItem.Range.IsSound)
        {
            return null;
        }

        return score < lineItem.Range.Min ? DiagnosticCodes.SemanticScoreBelowMin
            : score > lineItem.Range.Max ? DiagnosticCodes.SemanticScoreAboveMax
            : null;
    }

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row)
    {
        var cell = row.Raw(_score);
        return cell.IsEmpty
            || !facts.TryFindLineItem(row.Hash(_lineItem), out var lineItem)
            || !lineItem.Range.IsSound
            || lineItem.Range.SurelyHolds(cell)
            || !(CellNumber.Of(cell) < lineItem.Range.Min || CellNumber.Of(cell) > lineItem.Range.Max);
    }

    public override void Approach(CleanRow row) => facts.LineItems.Approach(row.Hash(_lineItem));
}
