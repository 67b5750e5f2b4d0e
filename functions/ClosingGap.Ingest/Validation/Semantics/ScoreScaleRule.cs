using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Each entry of a score scale maps one value to one other: <c>{A:94}</c>, <c>{A:7-10}</c>.</summary>
internal sealed class ScoreScaleRule(FileContract contract) : MeaningRule("scoreScaleValue")
{
    private readonly int _value = contract.IndexOf("scoreScaleValue");

    public override string? Broken(string?[] values)
    {
        var cell = values[_value].AsSpan();
        foreach (var range in cell.Split(','))
        {
            if (!cell[range].IsEmpty && !BracedPair.Is(cell[range]))
            {
                return DiagnosticCodes.SemanticInvalidScoreScaleMapping;
            }
        }

        return null;
    }
}
