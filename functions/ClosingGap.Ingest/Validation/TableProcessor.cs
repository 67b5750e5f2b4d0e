using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads all rows of one table: cells, key, references; gives the accepted ones to the sink.</summary>
internal sealed class TableProcessor(FileContract contract, ValidationContext context)
{
    private readonly FindingReporter _reporter = context.Reporter;
    private readonly RowKeys _keys = new(contract, context);
    private readonly CanonicalRowWriter _writer = new(contract, context);
    private readonly MeaningCheck _meaning = new(contract, context);
    private readonly List<HeldRow> _held = [];
    private readonly bool _holdsAll = contract.Name == "academicSessions" && !context.Reporter.IsStrict;
    private readonly UnknownCodes _unknown = new(contract.Name, context.Reporter, context.Request.MaxUnknownCodes, context.Request.ShowUnknownCode);
    private readonly JoinChecker _joins = new(contract, context.Joins, context.Reporter);
    private ReferenceChecker? _references;
    private TableMode _mode;
    private long _heldChars;

    /// <summary>Reads the inputs of the table, one after the other.</summary>
    public async Task RunAsync(IReadOnlyList<TableInput> inputs, CancellationToken cancellationToken)
    {
        var isBegun = false;
        foreach (var input in inputs)
        {
            var codes = new CodeReader(contract, input.Plan, context.Request.Codes, _unknown);
            var reader = new RowReader(contract, input.Plan, codes, _reporter, input.Dates);
            await using var rows = input.Source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            var hasRow = await MoveAsync(rows, input).ConfigureAwait(false);
            if (!isBegun)
            {
                await BeginAsync(input, isAlone: inputs.Count == 1, reader, hasRow ? rows.Current : null, cancellationToken).ConfigureAwait(false);
                isBegun = true;
            }

            if (rows is CsvTableRows inFile && input.Source is CsvTableSource source)
            {
                inFile.Short = CleanRows.Of(contract, input, source.File, context, new CleanParts(codes, reader, _references!, _meaning, _keys, _mode), cancellationToken);
            }

            if (input.Tally is { Read: 0 } empty && !hasRow)
            {
                _reporter.File(DiagnosticCodes.TableMissingDataRows, empty);
            }

            await ReadRowsAsync(rows, hasRow, input, reader, cancellationToken).ConfigureAwait(false);
        }

        await ReleaseHeldAsync(cancellationToken).ConfigureAwait(false);
        _keys.ReportDoubles(inputs.Count > 0 ? inputs[0].Tally : null);
        _unknown.Report();
        _keys.Dispose();
        context.References.Release(contract);
        if (contract.Canonical is { } table)
        {
            await context.Sink.EndTableAsync(table, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<bool> MoveAsync(IAsyncEnumerator<SourceRow> rows, TableInput input)
    {
        try
        {
            var move = rows.MoveNextAsync();
            return move.IsCompletedSuccessfully ? move : WaitAsync(move, input);
        }
        catch (CsvUnreadableException exception)
        {
            return ValueTask.FromResult(Stop(exception, input));
        }
    }

    private async ValueTask<bool> WaitAsync(ValueTask<bool> move, TableInput input)
    {
        try
        {
            return await move.ConfigureAwait(false);
        }
        catch (CsvUnreadableException exception)
        {
            return Stop(exception, input);
        }
    }

    /// <summary>Ends a file that cannot be read on; the row at which it stopped is rejected.</summary>
    private bool Stop(CsvUnreadableException exception, TableInput input)
    {
        var tally = input.Tally ?? context.TallyOf(input.Source.Table, contract);
        tally.Read++;
        tally.Rejected++;
        _reporter.File(exception.Code, tally, exception.Row);
        return false;
    }

    private async ValueTask BeginAsync(TableInput input, bool isAlone, RowReader reader, SourceRow? first, CancellationToken cancellationToken)
    {
        var declared = input.Source.DeclaredMode;
        _mode = declared ?? TableMode.Bulk;
        // No manifest of the standard speaks of an extension file: there the rows say it, in strict too.
        var mayBeDelta = !_reporter.IsStrict || (contract.IsExtension && declared is null);
        if (_mode == TableMode.Bulk && mayBeDelta && first is { } row && reader.LooksLikeDelta(row))
        {
            _mode = TableMode.Delta;
            if (declared is not null && input.Tally is not null)
            {
                _reporter.File(DiagnosticCodes.TableModeByRows, input.Tally);
            }
        }

        foreach (var table in contract.Columns.Where(column => !column.Join).Select(column => column.Ref).OfType<string>().Where(name => name != contract.Name).Distinct())
        {
            await context.References.PrepareAsync(table, cancellationToken).ConfigureAwait(false);
        }

        await context.References.BeginAsync(contract.Name, _mode, declared == TableMode.Delta, cancellationToken).ConfigureAwait(false);
        await context.Joins.BeginAsync(contract.Name, _mode, cancellationToken).ConfigureAwait(false);
        await context.Joins.PrepareAsync(contract, cancellationToken).ConfigureAwait(false);
        _references = new ReferenceChecker(contract, _mode, context, isOpen: declared == TableMode.Delta && !context.Scope.JudgesDeltas);
        _meaning.Begin(_mode);
        if (isAlone && input.Tally is not null)
        {
            _keys.MayBeLogged(_mode, _meaning.HasEffects);
        }

        if (contract.Canonical is { } canonical)
        {
            context.Tables.Add(canonical.Name);
            await context.Sink.BeginTableAsync(canonical, _mode, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadRowsAsync(
        IAsyncEnumerator<SourceRow> rows, bool hasRow, TableInput input, RowReader reader, CancellationToken cancellationToken)
    {
        var values = new string?[contract.Columns.Count];
        var tally = input.Tally;
        while (hasRow)
        {
            var row = rows.Current;
            var name = row.Group ?? row.File;
            if (tally is null || !ReferenceEquals(tally.File, name))
            {
                tally = input.Tally ?? context.TallyOf(name, contract);
            }

            if (input.Dates is { } dates && dates.IsAsked(row))
            {
                await dates.DecideAsync(tally, _reporter, cancellationToken).ConfigureAwait(false);
            }

            tally.Mode = _mode;
            tally.Place = row.File;
            var outcome = Take(reader, row, tally, values);
            tally.Count(outcome);
            if (outcome is RowOutcome.Written or RowOutcome.WrittenAsDeletion)
            {
                await _writer.WriteAsync(values, outcome == RowOutcome.WrittenAsDeletion, cancellationToken).ConfigureAwait(false);
            }

            hasRow = await MoveAsync(rows, input).ConfigureAwait(false);
        }
    }

    /// <summary>Says what becomes of a row; one that is held back may still be rejected at the end of the file.</summary>
    private RowOutcome Take(RowReader reader, SourceRow row, FileTally tally, string?[] values)
    {
        var reading = reader.Read(row, _mode, tally, values);
        if (reading is RowReading.Rejected or RowReading.LeftOut or RowReading.Dropped)
        {
            tally.Deleted += reading == RowReading.LeftOut ? 1 : 0;
            return reading == RowReading.Rejected ? RowOutcome.Rejected : RowOutcome.Accepted;
        }

        var isDeletion = reading == RowReading.Deletion;
        var hasRoom = _held.Count < context.Request.MaxHeldRows && _heldChars < context.Request.MaxHeldChars;
        var verdict = ReferenceVerdict.Accepted;
        if (!isDeletion && context.Scope.IsWhole)
        {
            verdict = _references!.Check(values, row.Row, tally, hasRoom ? ReferencePass.Reading : ReferencePass.ReadingWithoutRoom);
            if (verdict == ReferenceVerdict.Gone || !_joins.Check(values, row.Row, tally))
            {
                return RowOutcome.PassedOver;
            }

            verdict = _meaning.Accepts(values, row.Row, tally) ? verdict : ReferenceVerdict.Rejected;
        }

        var isTaken = !context.Scope.IsWhole || _keys.Take(values, row.Row, tally, isDeletion, isRefused: verdict == ReferenceVerdict.Rejected);
        _meaning.Keep(values, isTaken);
        if (!isTaken)
        {
            return RowOutcome.Rejected;
        }

        if (verdict == ReferenceVerdict.Held || (_holdsAll && !isDeletion && hasRoom))
        {
            _held.Add(new HeldRow(row.Row, tally, tally.Place, [.. values], verdict == ReferenceVerdict.Held));
            _heldChars += values.Sum(static value => value?.Length ?? 0);
            return RowOutcome.Accepted;
        }

        tally.Deleted += isDeletion ? 1 : 0;
        return isDeletion ? RowOutcome.WrittenAsDeletion : RowOutcome.Written;
    }

    private async ValueTask ReleaseHeldAsync(CancellationToken cancellationToken)
    {
        var kept = new List<HeldRow>(_held.Count);
        foreach (var held in _held)
        {
            held.Tally.Place = held.Place;
            if (!held.PointsAhead
                || _references!.Check(held.Values, held.Row, held.Tally, ReferencePass.EndOfFile) == ReferenceVerdict.Accepted)
            {
                kept.Add(held);
            }
            else
            {
                held.Tally.Accepted--;
                held.Tally.Rejected++;
            }
        }

        if (_holdsAll)
        {
            SchoolYearConvention.Correct(contract, kept, _reporter);
        }

        foreach (var held in kept)
        {
            await _writer.WriteAsync(held.Values, isDeletion: false, cancellationToken).ConfigureAwait(false);
        }
    }
}
