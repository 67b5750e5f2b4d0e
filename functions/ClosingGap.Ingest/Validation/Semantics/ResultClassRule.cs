using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A result that names a class names the class of its line item.</summary>
internal sealed class ResultClassRule(FileContract contract, PackageFacts facts) : MeaningRule("classSourcedId")
{
    private readonly int _lineItem = contract.IndexOf("lineItemSourcedId");
    private readonly int _class = contract.IndexOf("classSourcedId");

    public override string? Broken(string?[] values) =>
        values[_class] is not { } named
        || !facts.LineItems.TryFind(KeyHash.Of(values[_lineItem]), out var lineItem)
        || lineItem.Class == KeyHash.Of(named)
            ? null
            : DiagnosticCodes.SemanticResultClassMismatch;

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row) =>
        row.Raw(_class).IsEmpty || !facts.TryFindLineItem(row.Hash(_lineItem), out var lineItem) || lineItem.Class == row.Hash(_class);
}
