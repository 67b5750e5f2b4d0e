using System.Text;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Checks that the records named by a row exist and are of the right type; drops references without meaning that do not.</summary>
/// <param name="contract">The file.</param>
/// <param name="mode">How its rows are meant.</param>
/// <param name="context">What is known of the package.</param>
/// <param name="isOpen">True for a delta of which it cannot be told what was delivered before: what it refers to may be held already.</param>
internal sealed class ReferenceChecker(FileContract contract, TableMode mode, ValidationContext context, bool isOpen)
{
    private readonly FindingReporter _reporter = context.Reporter;
    private readonly Severity _meaningAtMost = context.Scope.MeaningAtMost(mode);
    private readonly (int Index, ContractColumn Column, ReferenceTarget Target, bool IsSelf)[] _columns =
    [
        .. contract.Columns
            .Select((column, position) => (position, column))
            .Where(pair => pair.column is { Ref: not null, Join: false })
            .Select(pair => (pair.position, pair.column, context.References.Of(pair.column.Ref!), pair.column.Ref == contract.Name)),
    ];

    private readonly string?[] _found = new string?[contract.Columns.Count];
    private bool _isAllFound;

    /// <summary>Checks a row's values; a reference that is dropped is taken out of them.</summary>
    public ReferenceVerdict Check(string?[] values, long row, FileTally tally, ReferencePass pass)
    {
        var verdict = ReferenceVerdict.Accepted;
        foreach (var (position, column, target, isSelf) in _columns)
        {
            if (values[position] is not { } value || (pass == ReferencePass.EndOfFile && !isSelf))
            {
                continue;
            }

            // The same object as in a row before, where all of it was found; a table's own records may still change.
            if (ReferenceEquals(value, _found[position]))
            {
                continue;
            }

            _isAllFound = true;
            var next = column.Type == CellType.GuidRefList
                ? CheckList(values, position, column, target, isSelf, row, tally, pass)
                : CheckOne(value, column, target, isSelf, row, tally, pass, isLast: true, out var isKept) is var one && !isKept
                    ? Drop(values, position, one)
                    : one;
            verdict = next > verdict ? next : verdict;
            if (_isAllFound && !isSelf)
            {
                _found[position] = value;
            }
        }

        return verdict;
    }

    private static ReferenceVerdict Drop(string?[] values, int position, ReferenceVerdict verdict)
    {
        values[position] = null;
        return verdict;
    }

    private ReferenceVerdict CheckList(
        string?[] values, int position, ContractColumn column, ReferenceTarget target, bool isSelf, long row, FileTally tally, ReferencePass pass)
    {
        var value = values[position]!;
        var verdict = ReferenceVerdict.Accepted;
        List<string>? kept = null;
        var checkedBefore = 0;
        var remaining = value.AsSpan().Count(',') + 1;
        foreach (var range in value.AsSpan().Split(','))
        {
            var entry = value.AsSpan(range);
            var isLast = remaining == 1 && (kept?.Count ?? checkedBefore) == 0;
            var next = CheckOne(entry, column, target, isSelf, row, tally, pass, isLast, out var isKept);
            verdict = next > verdict ? next : verdict;
            if (!isKept)
            {
                kept ??= [.. value.Split(',')[..checkedBefore]];
            }
            else if (kept is not null)
            {
                kept.Add(entry.ToString());
            }

            checkedBefore++;
            remaining--;
        }

        if (kept is not null && verdict != ReferenceVerdict.Held)
        {
            values[position] = kept.Count == 0 ? null : string.Join(',', kept);
        }

        return verdict;
    }

    /// <param name="isLast">True when nothing of the cell remains once this is dropped.</param>
    /// <param name="isKept">False when the reference is to be dropped.</param>
    private ReferenceVerdict CheckOne(
        ReadOnlySpan<char> id,
        ContractColumn column,
        ReferenceTarget target,
        bool isSelf,
        long row,
        FileTally tally,
        ReferencePass pass,
        bool isLast,
        out bool isKept)
    {
        isKept = true;
        var hash = KeyHash.Of(id);
        var state = target.Look(hash);
        if (state == ReferenceState.Found)
        {
            return HasRightType(column, target, hash, row, tally) ? ReferenceVerdict.Accepted : ReferenceVerdict.Rejected;
        }

        _isAllFound = false;

        if (isSelf && pass == ReferencePass.Reading)
        {
            return ReferenceVerdict.Held;
        }

        if (state == ReferenceState.NotVerifiable
            || (isSelf && pass == ReferencePass.ReadingWithoutRoom)
            || (isOpen && !target.IsDeleted(hash))
            || (state == ReferenceState.NoTargetFile && (contract.IsExtension || (mode == TableMode.Delta && !context.Scope.JudgesDeltas))))
        {
            _reporter.Once(DiagnosticCodes.ReferenceNotVerified, tally, column.Name, column.Ref);
            return ReferenceVerdict.Accepted;
        }

        if (state == ReferenceState.NoTargetFile && !_reporter.IsStrict)
        {
            _reporter.Once(DiagnosticCodes.ReferenceMissingTargetFile, tally, column.Name, column.Ref);
            return ReferenceVerdict.Accepted;
        }

        if (column.Parent && state == ReferenceState.Missing)
        {
            _reporter.Once(DiagnosticCodes.ReferenceParentGone, tally, column.Name, column.Ref);
            return ReferenceVerdict.Gone;
        }

        isKept = _reporter.IsStrict || !column.Droppable;
        var isBlankedButNeeded = isLast && column.Required == ValueRequirement.Yes && !column.LenientOptional;
        var atMost = isKept || isBlankedButNeeded ? Severity.Fatal : Severity.Warning;
        var code = state == ReferenceState.NoTargetFile
            ? DiagnosticCodes.ReferenceMissingTargetFile
            : DiagnosticCodes.ReferenceMissingTargetRecord;
        return _reporter.File(code, tally, row, column.Name, column.Ref, atMost) == Severity.Warning
            ? ReferenceVerdict.Accepted
            : ReferenceVerdict.Rejected;
    }

    /// <summary>True when the record named is of a type that the column may name, or of none that is known.</summary>
    public static bool IsOfRightType(ContractColumn column, ReferenceTarget target, ulong hash) =>
        (column.RefType is null && column.RefTypeNot is null)
        || target.TypeOf(hash) is not { } type
        || ExtensionToken.Is(type)
        || ((column.RefType is null || column.RefType == type) && (column.RefTypeNot is null || column.RefTypeNot != type));

    /// <summary>True when a cell of the column is that of a row before, where all of it was found.</summary>
    public bool WasFound(int position, ReadOnlySpan<byte> cell) => _found[position] is { } found && Ascii.Equals(cell, found);

    private bool HasRightType(ContractColumn column, ReferenceTarget target, ulong hash, long row, FileTally tally)
    {
        if (IsOfRightType(column, target, hash))
        {
            return true;
        }

        _isAllFound = false;
        var code = column.Ref == "orgs" ? DiagnosticCodes.SemanticOrgTypeMismatch : DiagnosticCodes.SemanticAcademicSessionTypeMismatch;
        return _reporter.File(code, tally, row, column.Name, column.Ref, _meaningAtMost) == Severity.Warning;
    }
}
