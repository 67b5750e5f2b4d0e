using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation;

/// <summary>Brings the cells of a row to canonical form, by its contract, and reports every cell that is not sound.</summary>
internal sealed class RowReader(FileContract contract, HeaderPlan plan, CodeReader codes, FindingReporter reporter, DateOrder? dates = null)
{
    private const string Deleted = "tobedeleted";

    private readonly ContractColumn[] _columns = [.. contract.Columns];
    private readonly int[] _positions = [.. plan.Source];
    private readonly bool[] _isLifecycle =
        [.. Enumerable.Range(0, contract.Columns.Count).Select(index => contract.HasLifecycle && (index == contract.StatusColumn || index == contract.ModifiedColumn))];

    /// <summary>For each column a cell that was sound, and its value: files give equal cells as the same object.</summary>
    private readonly (string? Cell, string? Value)[] _sound = new (string?, string?)[contract.Columns.Count];

    /// <summary>For each column, cells that were sound and what they became.</summary>
    public CellMemory[] Memory { get; } = [.. contract.Columns.Select(_ => new CellMemory())];

    /// <summary>True when both lifecycle cells are filled, as in a delta.</summary>
    public bool LooksLikeDelta(SourceRow row) =>
        contract.HasLifecycle && Cell(row, contract.StatusColumn) is not null && Cell(row, contract.ModifiedColumn) is not null;

    /// <summary>Reads a row into one value for each column of the contract.</summary>
    public RowReading Read(SourceRow row, TableMode mode, FileTally tally, string?[] values)
    {
        Array.Clear(values);
        if (codes.Map(row, tally) is var mapped and not RowReading.Sound)
        {
            return mapped;
        }

        var lifecycle = contract.HasLifecycle ? Lifecycle(row, mode, tally) : RowReading.Sound;
        var onlyKey = lifecycle is RowReading.Deletion or RowReading.LeftOut && !reporter.IsStrict;
        var isSound = lifecycle != RowReading.Rejected;
        for (var index = 0; index < _columns.Length; index++)
        {
            if (_isLifecycle[index])
            {
                continue;
            }

            if (onlyKey && !contract.Key.Contains(index))
            {
                // A deletion needs its key only; the rest, such as the student it belonged to, helps to find the record.
                values[index] = Cell(row, index) is { } cell ? CellReader.Read(contract.Columns[index], cell).Value : null;
                continue;
            }

            var raw = _positions[index] < 0 ? null : row.Cells[_positions[index]];
            if (raw is not null && ReferenceEquals(raw, _sound[index].Cell))
            {
                values[index] = _sound[index].Value;
            }
            else if (raw is not null || _columns[index].Required == ValueRequirement.Yes)
            {
                isSound &= ReadCell(row, index, tally, values);
            }
        }

        if (isSound && !onlyKey)
        {
            isSound = RowSemantics.Check(contract, values, row.Row, tally, reporter);
        }

        return isSound ? lifecycle : RowReading.Rejected;
    }

    private string? Cell(SourceRow row, int index)
    {
        var position = index < 0 ? -1 : _positions[index];
        var cell = position < 0 ? null : row.Cells[position];
        if (cell is null)
        {
            return null;
        }

        // Strict keeps the blanks around typed cells, so that they fail as the standard wants; text is trimmed in the end.
        var isTyped = _columns[index].Type is not (CellType.Text or CellType.Id);
        if (reporter.IsStrict && isTyped)
        {
            return cell;
        }

        if (cell.Length > 0 && !char.IsWhiteSpace(cell[0]) && !char.IsWhiteSpace(cell[^1]))
        {
            return cell;
        }

        cell = cell.Trim();
        return cell.Length == 0 ? null : cell;
    }

    private bool ReadCell(SourceRow row, int index, FileTally tally, string?[] values)
    {
        var column = _columns[index];
        var cell = Cell(row, index);
        if (cell is null)
        {
            return column.Required != ValueRequirement.Yes || SaysMore(row, column)
                || Accept(DiagnosticCodes.RowMissingRequiredValue, column, row, tally, column.LenientOptional);
        }

        var reading = Reading(column, cell);
        values[index] = reading.Value;
        var isKnown = !codes.HasWords(index) || codes.ToWord(index, ref values[index], row.Row, tally, SaysMore(row, column));
        if (reading.Code is null)
        {
            if (isKnown && !codes.HasWords(index))
            {
                _sound[index] = (row.Cells[_positions[index]], reading.Value);
            }

            if (isKnown && values[index] is not null && codes.IsWord(index, reading.Value!))
            {
                Memory[index].Add(row.Cells[_positions[index]]!, values[index]!);
            }

            return isKnown;
        }

        // An optional token that is not known is no data; anything else that cannot be read would change the meaning.
        var mayBeLeftOut = reading.Value is null
            && column is { Required: ValueRequirement.No, Key: false }
            && (column.Type is CellType.Enum or CellType.EnumList or CellType.UserIdList
                || (column.LenientOptional && reading.Code == DiagnosticCodes.RowNumberOutOfRange));
        var isAccepted = Accept(reading.Code, column, row, tally, mayBeLeftOut);
        return isKnown && isAccepted && (reading.Value is not null || mayBeLeftOut || column.Type == CellType.DateTime);
    }

    private CellReading Reading(ContractColumn column, string cell)
    {
        if (dates is not null && column.Type == CellType.Date && dates.Read(cell) is { } dayFirst)
        {
            return dayFirst;
        }

        return reporter.IsStrict && StrictLists.Fault(column, cell) is { } fault ? new(null, fault) : CellReader.Read(column, cell);
    }

    /// <summary>True when another column of the row says what this one would.</summary>
    private bool SaysMore(SourceRow row, ContractColumn column) => column.UnlessFilled is { } other && Cell(row, contract.IndexOf(other)) is not null;

    /// <summary>What a tolerant reading makes a deviation of form is, strictly, no value at all.</summary>
    private string Strictly(string code) => !reporter.IsStrict ? code : code switch
    {
        DiagnosticCodes.RowDateFormat => DiagnosticCodes.RowInvalidDate,
        DiagnosticCodes.RowBooleanFormat => DiagnosticCodes.RowInvalidBoolean,
        DiagnosticCodes.RowEnumCase => DiagnosticCodes.RowInvalidEnum,
        _ => code,
    };

    private bool Accept(string code, ContractColumn column, SourceRow row, FileTally tally, bool isHarmless)
    {
        var atMost = isHarmless && !reporter.IsStrict ? Severity.Warning : Severity.Fatal;
        return reporter.File(Strictly(code), tally, row.Row, column.Name, atMost: atMost) == Severity.Warning;
    }

    private RowReading Lifecycle(SourceRow row, TableMode mode, FileTally tally)
    {
        var status = Cell(row, contract.StatusColumn);
        var modified = Cell(row, contract.ModifiedColumn);
        var statusColumn = contract.Columns[contract.StatusColumn];
        var modifiedColumn = contract.Columns[contract.ModifiedColumn];
        var isSound = true;
        if (mode == TableMode.Bulk)
        {
            isSound &= status is null || Accept(DiagnosticCodes.RowFieldForbiddenInBulk, statusColumn, row, tally, isHarmless: true);
            isSound &= modified is null || Accept(DiagnosticCodes.RowFieldForbiddenInBulk, modifiedColumn, row, tally, isHarmless: true);
            if (!isSound || status != Deleted)
            {
                return isSound ? RowReading.Sound : RowReading.Rejected;
            }

            return Accept(DiagnosticCodes.RowDeletedInBulk, statusColumn, row, tally, isHarmless: true) ? RowReading.LeftOut : RowReading.Rejected;
        }

        var reading = status is null ? new CellReading(null, DiagnosticCodes.RowFieldRequiredInDelta) : CellReader.Token(statusColumn, status);
        isSound &= reading.Code is null || Accept(reading.Code, statusColumn, row, tally, isHarmless: false);
        var modifiedCode = modified is null ? DiagnosticCodes.RowFieldRequiredInDelta : DateReader.ReadDateTime(modified).Code;
        isSound &= modifiedCode is null || Accept(modifiedCode, modifiedColumn, row, tally, isHarmless: true);
        return !isSound ? RowReading.Rejected : reading.Value == Deleted ? RowReading.Deletion : RowReading.Sound;
    }
}
