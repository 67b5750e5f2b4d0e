using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Splits the text of a scanner into records and fields by RFC 4180, and holds them to it and to OneRoster's stricter rule (no line breaks in
/// fields). What is wrong with a record is told, and the next is found all the same.
/// </summary>
internal sealed class CsvRecordReader(CsvScanner scanner, CsvOptions limits)
{
    private const int FirstFields = 64;

    private readonly int _maxFieldChars = limits.MaxFieldChars;
    private CsvField[] _fields = new CsvField[FirstFields];
    private CsvBlock? _block;
    private int _first;
    private int _from;

    /// <summary>Fields of the record. Above the limit they are counted, not kept.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Why the record cannot be used, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>A deviation that leaves it readable, or null.</summary>
    public string? Deviation { get; private set; }

    /// <summary>True when a field holds doubled quotes.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>True for a line without any character.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Reads the next record as far as the buffer holds it. False: nothing is changed, more text is needed or there is none.</summary>
    /// <param name="row">Its number, for an exception.</param>
    /// <exception cref="CsvUnreadableException">It cannot be read, and so nothing after it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(long row)
    {
        if (scanner.IsAtEnd && scanner.RecordStart == scanner.End)
        {
            return scanner.IsInvalid ? throw new CsvUnreadableException(DiagnosticCodes.CsvInvalidUtf8, row) : false;
        }

        FieldCount = 0;
        HasEscapes = false;
        Fault = null;
        Deviation = null;
        _from = scanner.RecordStart;
        var next = Split(row);
        if (next < 0)
        {
            scanner.Rewind();
            return scanner.IsRecordTooLong ? throw new CsvUnreadableException(DiagnosticCodes.CsvRecordTooLong, row) : false;
        }

        IsBlank = FieldCount == 1 && _fields[_first].Length == 0 && scanner[scanner.RecordStart] is (byte)'\r' or (byte)'\n' && Fault is null;
        if (scanner.IsTooLong(next))
        {
            throw new CsvUnreadableException(DiagnosticCodes.CsvRecordTooLong, row);
        }

        scanner.EndRecord(next);
        return true;
    }

    /// <summary>Where the fields stand that are kept.</summary>
    public ReadOnlySpan<CsvField> Fields => _fields.AsSpan(_first, Kept);

    /// <summary>The place of the first field among those of the block.</summary>
    public int First => _first;

    /// <summary>Fields that are kept.</summary>
    public int Kept => Math.Min(FieldCount, limits.MaxColumns);

    /// <summary>Puts the fields of the next records into the room of a block, one record behind the other.</summary>
    public void Fill(CsvBlock block) => (_block, _fields, _first) = (block, block.FieldArray, 0);

    /// <summary>Leaves the fields of the record where they are: the next record's come behind them.</summary>
    public void Keep() => _first += Kept;

    /// <summary>Gives where the next record begins, or -1 when this one is not complete.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Split(long row)
    {
        while (true)
        {
            FieldCount += scanner.TakeFields(Room(), _maxFieldChars, ref _from);
            var mark = scanner.NextMark();
            if (mark < 0)
            {
                if (!scanner.IsAtEnd || scanner.IsInvalid)
                {
                    return scanner.IsInvalid && !scanner.IsRecordTooLong ? throw new CsvUnreadableException(DiagnosticCodes.CsvInvalidUtf8, row) : -1;
                }

                Add(_from, scanner.End - _from, hasEscapes: false);
                return scanner.End;
            }

            switch (scanner[mark])
            {
                case (byte)',':
                    Add(_from, mark - _from, hasEscapes: false);
                    _from = mark + 1;
                    break;
                case (byte)'\n':
                    Add(_from, mark - _from, hasEscapes: false);
                    return mark + 1;
                case (byte)'\r':
                    Add(_from, mark - _from, hasEscapes: false);
                    return EndOfLine(mark);
                case (byte)'"' when mark == _from:
                    if (TakeQuoted(mark + 1, row) is var end and not 0)
                    {
                        return end;
                    }

                    break;
                case (byte)'"':
                    Deviation ??= Fault is null ? DiagnosticCodes.CsvUnescapedQuote : null;
                    break;
                default:
                    Fault ??= DiagnosticCodes.CsvNulCharacter;
                    break;
            }
        }
    }

    /// <summary>Behind a carriage return and its line feed, if it has one; -1 when that cannot be told yet.</summary>
    private int EndOfLine(int carriageReturn)
    {
        var next = carriageReturn + 1;
        if (next == scanner.End)
        {
            if (!scanner.IsAtEnd)
            {
                return -1;
            }
        }
        else if (scanner[next] == '\n')
        {
            scanner.NextMark();
            return next + 1;
        }

        Deviation ??= DiagnosticCodes.CsvBareCarriageReturn;
        return next;
    }

    /// <summary>Takes a quoted field up to what ends it. Gives 0 within the record, where the next record begins at its end, or -1.</summary>
    private int TakeQuoted(int from, long row)
    {
        var hasEscapes = false;
        while (true)
        {
            var mark = scanner.NextMark();
            if (mark < 0 || (mark + 1 == scanner.End && !scanner.IsAtEnd))
            {
                return !scanner.IsAtEnd ? -1
                    : throw new CsvUnreadableException(
                        scanner.IsRecordTooLong ? DiagnosticCodes.CsvRecordTooLong
                            : scanner.IsInvalid ? DiagnosticCodes.CsvInvalidUtf8
                            : DiagnosticCodes.CsvUnclosedQuote,
                        row);
            }

            switch (scanner[mark])
            {
                case (byte)'"' when mark + 1 < scanner.End && scanner[mark + 1] == '"':
                    scanner.NextMark();
                    hasEscapes = true;
                    break;
                case (byte)'"':
                    return AfterQuote(from, mark, hasEscapes);
                case (byte)'\r' or (byte)'\n':
                    Deviation ??= DiagnosticCodes.CsvLineBreakInQuotedField;
                    break;
                case 0:
                    Fault ??= DiagnosticCodes.CsvNulCharacter;
                    break;
                default:
                    break;
            }
        }
    }

    private int AfterQuote(int from, int quote, bool hasEscapes)
    {
        var next = quote + 1;
        if (next == scanner.End)
        {
            Add(from, quote - from, hasEscapes);
            return next;
        }

        switch (scanner[next])
        {
            case (byte)',':
                scanner.NextMark();
                Add(from, quote - from, hasEscapes);
                _from = next + 1;
                return 0;
            case (byte)'\n':
                scanner.NextMark();
                Add(from, quote - from, hasEscapes);
                return next + 1;
            case (byte)'\r':
                scanner.NextMark();
                Add(from, quote - from, hasEscapes);
                return EndOfLine(next);
            default:
                // The rest up to the comma belongs to no field; the record is lost, the next is not.
                Fault ??= DiagnosticCodes.CsvUnexpectedCharacterAfterQuote;
                return 0;
        }
    }

    /// <summary>Room for the next fields that are kept.</summary>
    private Span<CsvField> Room()
    {
        var next = _first + FieldCount;
        return _fields.AsSpan(Math.Min(next, _fields.Length), Math.Max(0, Math.Min(_fields.Length - next, limits.MaxColumns - FieldCount)));
    }

    private void Add(int start, int length, bool hasEscapes)
    {
        if (FieldCount < limits.MaxColumns)
        {
            if (_first + FieldCount == _fields.Length)
            {
                _fields = Larger();
            }

            _fields[_first + FieldCount] = new CsvField(start, length, hasEscapes);
        }

        FieldCount++;
        HasEscapes |= hasEscapes;
        if (length > limits.MaxFieldChars && scanner.CharCount(start, length) > limits.MaxFieldChars)
        {
            Fault ??= DiagnosticCodes.CsvFieldTooLong;
        }
    }

    private CsvField[] Larger()
    {
        if (_block is { } block)
        {
            return block.LargerFields(_fields.Length);
        }

        var larger = _fields;
        Array.Resize(ref larger, Math.Min(_fields.Length * 2, limits.MaxColumns));
        return larger;
    }
}
