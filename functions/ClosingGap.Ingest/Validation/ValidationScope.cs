using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>What of a package a request has checked, and how much rules between files weigh.</summary>
internal sealed class ValidationScope(ValidationRequest request)
{
    private readonly OneRosterSet _set = request.Set ?? OneRosterSet.Full;

    /// <summary>True when references, keys and rules between files are checked.</summary>
    public bool IsWhole { get; } = request.Depth == ValidationDepth.All;

    /// <summary>True when a row of a delta can be judged: what it refers to is in the package by demand, or the caller can tell what is held.</summary>
    public bool JudgesDeltas { get; } = request.References == ReferenceScope.Package || request.BaseReferences is not null;

    /// <summary>True when the rows of a file are read; another is looked at as CSV only.</summary>
    public bool ReadsRowsOf(FileContract contract) => request.Depth != ValidationDepth.Package
        && (contract.IsExtension ? request.Set is null : OneRosterSets.Holds(_set, contract.Name));

    /// <summary>
    /// The most that a broken rule of meaning weighs. The standard has these rules for the whole of its files: for a part of them, and for a
    /// delta whose other half is not at hand, they warn.
    /// </summary>
    public Severity MeaningAtMost(TableMode mode) =>
        _set == OneRosterSet.Full && (mode == TableMode.Bulk || JudgesDeltas) ? Severity.Fatal : Severity.Warning;
}
