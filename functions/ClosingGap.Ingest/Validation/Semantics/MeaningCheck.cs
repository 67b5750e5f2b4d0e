using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Holds the rows of one file to the rules of what they mean, and keeps what later files need to know of them.</summary>
internal sealed class MeaningCheck(FileContract contract, ValidationContext context)
{
    private readonly MeaningRule[] _rules = context.Scope.IsWhole ? MeaningRules.Of(contract, context) : [];
    private readonly FactKeeper _keeper = new(contract, context.Facts);
    private MeaningRule[]? _inOrder;
    private Severity _atMost;

    /// <summary>True when all rules, and what is kept for later files, can be asked about clean rows.</summary>
    public bool KnowsCleanRows => _keeper.KnowsCleanRows && Array.TrueForAll(_rules, static rule => rule.KnowsCleanRows);

    /// <summary>True when asking a rule changes what it knows.</summary>
    public bool HasEffects => _rules.Length > 0 && InOrder[^1].HasEffects;

    /// <summary>Rules that change what they know come last: they are asked when nothing else can refuse the row.</summary>
    private MeaningRule[] InOrder => _inOrder ??= [.. _rules.OrderBy(static rule => rule.HasEffects)];

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

    /// <summary>True when a clean row surely keeps all rules.</summary>
    public bool AreKept(CleanRow row)
    {
        foreach (var rule in InOrder)
        {
            if (!rule.IsKept(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says what a clean row will be held to soon.</summary>
    public void Approach(CleanRow row)
    {
        foreach (var rule in _rules)
        {
            rule.Approach(row);
        }

        _keeper.Approach(row);
    }

    /// <summary>Keeps what later files need of an accepted clean row.</summary>
    public void Keep(CleanRow row) => _keeper.Take(row);

    /// <summary>Keeps what later files need of a row whose cells are sound; a row that ends a record tells of it too.</summary>
    public void Keep(string?[] values, bool isAccepted) => _keeper.Take(values, isAccepted);
}
