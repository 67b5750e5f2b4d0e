using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Profiles.Running.Values;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Streams a canonical table out of the files of another layout.</summary>
internal sealed class MappedTableSource(
    TableMapping mapping,
    string[] columns,
    IReadOnlyList<BoundSource> sources,
    IReadOnlyList<LookupIndex> lookups,
    IPackage package,
    ProfileOptions options,
    IDiagnosticSink diagnostics) : ITableSource
{
    public string Table => mapping.Table;

    public TableMode? DeclaredMode => TableMode.Bulk;

    public IReadOnlyList<string> Columns => columns;

    public async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            foreach (var lookup in lookups)
            {
                await lookup.LoadAsync(package, options, diagnostics, cancellationToken).ConfigureAwait(false);
            }

            var distinct = Distinct();
            foreach (var source in sources)
            {
                await foreach (var row in ReadAsync(source, cancellationToken).ConfigureAwait(false))
                {
                    if (distinct is null || distinct.IsFirst(row))
                    {
                        yield return row;
                    }
                }
            }
        }
        finally
        {
            foreach (var lookup in lookups)
            {
                lookup.Clear();
            }
        }
    }

    private DistinctRows? Distinct() => mapping.Distinct.Count == 0
        ? null
        : new DistinctRows(
            Table,
            [.. mapping.Distinct.Select(column => Array.IndexOf(columns, column))],
            string.Join('+', mapping.Distinct),
            options.DistinctMaxKeys,
            diagnostics);

    private async IAsyncEnumerable<SourceRow> ReadAsync(BoundSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? ids = source.ApplyToAll is { } all
            ? await all.LoadAsync(package, options, diagnostics, cancellationToken).ConfigureAwait(false)
            : null;
        await using var reader = new FileSetReader(source.Files, package, options.Csv, diagnostics, cancellationToken);
        var unmapped = new UnmappedCodes(diagnostics, options.MaxUnmappedCodes);
        var row = new MappedRow(reader, source.MadeCells, unmapped, diagnostics);
        try
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                if (!source.Filter.Accepts(reader))
                {
                    continue;
                }

                for (var repetition = 0; repetition < (source.Unpivot?.Repetitions.Count ?? 1); repetition++)
                {
                    if (source.Unpivot?.Fill(row, repetition) == false)
                    {
                        continue;
                    }

                    for (var i = 0; i < (ids?.Count ?? 1); i++)
                    {
                        if (ids is not null)
                        {
                            row.Made[source.ApplyToAll!.MadeIndex] = ids[i];
                        }

                        if (TryMake(source.Columns, row) is { } cells)
                        {
                            yield return new SourceRow(reader.File, reader.Row, cells) { Group = source.Files.Name };
                        }
                    }
                }
            }
        }
        finally
        {
            // A file that cannot be read on has a report of what was read.
            unmapped.Report();
        }
    }

    private static string?[]? TryMake(IReadOnlyList<BoundValue?> values, MappedRow row)
    {
        row.Begin();
        var cells = new string?[values.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[i]?.Evaluate(row);
            if (row.IsOut)
            {
                return null;
            }
        }

        return cells;
    }
}
