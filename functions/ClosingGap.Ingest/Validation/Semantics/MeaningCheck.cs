using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Holds the rows of one file to the rules of what they mean, and keeps what later files need to know of them.</summary>
internal sealed class MeaningCheck(FileContract contract, ValidationContext context)
{
    private readonly MeaningRule[] _rules = context.Scope.IsWhole ? MeaningRules.Of(contract, context) : [];
    private readonly FactKeeper _keeper = new(contract, context.Facts);
    private Severity _atMost;

    /// <summary>Says how the rows are meant.</summary>
    public void Begin(TableMode mode)
    {
        _atMost = context.Scope.MeaningAtMost(mode);
        if (mode == TableMode.Bulk || context.Request.References == ReferenceScope.Package)
        {
            context.Facts.Complete(contract.Name);
        }
    }

    /// <summary>Judges a row by all its rules; false when it may not be used.</summary>
    public bool Accepts(string?[] values, long row, FileTally tally)
    {
        var isAccepted = true;
        foreach (var rule in _rules)
        {
            if (rule.Broken(values) is { } code)
            {
                isAccepted &= context.Reporter.File(code, tally, row, rule.Column, atMost: _atMost) == Severity.Warning;
            }
        }

        return isAccepted;
    }

    /// <summary>Keeps what later files need of a row whose cells are sound; a row that ends a record tells of it too.</summary>
    public void Keep(string?[] values, bool isAccepted) => _keeper.Take(values, isAccepted);
}
