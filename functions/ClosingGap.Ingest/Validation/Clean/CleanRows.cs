using System.Globalization;
using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>
/// The short way of a row. Nearly all rows of an export are in order: they are checked where they stand in the buffer, without a string of any
/// cell, and given to the sink. A row that is not surely in order has changed nothing here and goes the long way, which finds the same of the
/// rows that are, and says what is wrong with the others.
/// </summary>
internal sealed class CleanRows
{
    /// <summary>Records whose look-ups are begun together.</summary>
    private const int Ahead = 32;

    private readonly ValidationContext _context;
    private readonly FileTally _tally;
    private readonly CanonicalTable? _table;
    private readonly CleanRow _row;
    private readonly CleanReferences _references;
    private readonly MeaningCheck _meaning;
    private readonly RowKeys _keys;
    private readonly int _yearColumn;
    private readonly bool _isWhole;
    private readonly bool _hasEffects;

    private CleanRows(FileContract contract, TableInput input, CsvFile csv, ValidationContext context, CleanParts parts, CancellationToken cancellationToken)
    {
        _context = context;
        _tally = input.Tally!;
        _table = contract.Canonical;
        var shape = new CleanShape(contract, input.Plan, parts.Codes);
        Reader = new CleanReader(contract, csv, shape, new CleanCells(contract, shape, parts), cancellationToken);
        _row = new CleanRow(shape, csv.Maker);
        _references = new CleanReferences(contract, context, parts.References);
        _meaning = parts.Meaning;
        _keys = parts.Keys;
        _yearColumn = contract.Name == "schoolEnrollments" ? contract.IndexOf("schoolYear") : -1;
        _isWhole = context.Scope.IsWhole;
        _hasEffects = parts.Meaning.HasEffects;
    }

    /// <summary>Gives the records.</summary>
    public CleanReader Reader { get; }

    /// <summary>The short way of the rest of a file; null where every row must go the long way.</summary>
    public static CleanRows? Of(
        FileContract contract, TableInput input, CsvFile csv, ValidationContext context, CleanParts parts, CancellationToken cancellationToken) =>
        contract.Name is "assessments" or "assessmentResults"
        || contract.Columns.Any(column => column.Join || column.UnlessFilled is not null)
        || context.Joins.IsWanted
        || context.Request.TakesLongWay
        || parts.Codes.HasMaps
        || parts.Keys.HaveTypes
        || !parts.Meaning.KnowsCleanRows
        || input.Tally is null
            ? null
            : new CleanRows(contract, input, csv, context, parts, cancellationToken);

    /// <summary>Has what the next records of a block will be held to brought near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Approach(CleanBlock block, int record)
    {
        if (!_isWhole || record % Ahead != 0)
        {
            return;
        }

        for (var next = record; next < Math.Min(record + Ahead, block.Csv.Count); next++)
        {
            if (block.IsClean(next))
            {
                _row.Stand(block, next);
                _keys.Approach(_row);
                _references.Approach(_row);
                _meaning.Approach(_row);
            }
        }
    }

    /// <summary>Takes a record; false when it must go the long way. A row that is taken is to be written next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(CleanBlock block, int record)
    {
        if (!block.IsClean(record))
        {
            return false;
        }

        _row.Stand(block, record);
        if (_isWhole && !(_references.AreFound(_row) && !(_hasEffects && _keys.IsTaken(_row)) && _meaning.AreKept(_row) && _keys.TryTake(_row)))
        {
            return false;
        }

        _meaning.Keep(_row);
        _tally.Read++;
        _tally.Accepted++;
        if (_yearColumn >= 0 && int.TryParse(_row.Raw(_yearColumn), CultureInfo.InvariantCulture, out var year))
        {
            _context.SchoolYears.Add(year);
        }

        return true;
    }

    /// <summary>Gives the row taken last to the sink.</summary>
    public ValueTask WriteAsync(CancellationToken cancellationToken) =>
        _table is null ? ValueTask.CompletedTask : _context.Sink.WriteAsync(_table, _row, cancellationToken);
}
