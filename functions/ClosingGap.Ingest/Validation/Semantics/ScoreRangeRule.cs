using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The lowest score of a line item is not above its highest.</summary>
internal sealed class ScoreRangeRule(FileContract contract) : MeaningRule("resultValueMin")
{
    private readonly int _min = contract.IndexOf("resultValueMin");
    private readonly int _max = contract.IndexOf("resultValueMax");

    public override string? Broken(string?[] values) =>
        new LineItemFacts(0, CellNumber.Of(values[_min]), CellNumber.Of(values[_max])).HasSoundRange ? null : DiagnosticCodes.SemanticInvalidScoreRange;
}
