using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The lowest score of a line item is not above its highest.</summary>
internal sealed class ScoreRangeRule(FileContract contract) : MeaningRule("resultValueMin")
{
    private readonly int _min = contract.IndexOf("resultValueMin");
    private readonly int _max = contract.IndexOf("resultValueMax");

    public override string? Broken(string?[] values) =>
        ScoreRange.IsSoundBetween(CellNumber.Of(values[_min]), CellNumber.Of(values[_max])) ? null : DiagnosticCodes.SemanticInvalidScoreRange;

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row) => ScoreRange.IsSoundBetween(CellNumber.Of(row.Raw(_min)), CellNumber.Of(row.Raw(_max)));
}
