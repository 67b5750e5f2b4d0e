using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Binds a table's mapping to the files of a package.</summary>
internal static class TableBinder
{
    /// <summary>The source, or null when a file or column is missing, which is reported.</summary>
    public static MappedTableSource? Bind(TableMapping mapping, FileHeaders headers, IPackage package, ProfileOptions options, IDiagnosticSink diagnostics)
    {
        var binder = new HeaderBinder(headers, diagnostics);
        var sources = mapping.Sources.Where(source => !source.Optional || Absent(source, headers) is null).ToArray();
        var absent = sources.Length == 0 ? mapping.Sources[0].File : sources.Select(source => Absent(source, headers)).FirstOrDefault(file => file is not null);
        if (absent is not null && mapping.Optional)
        {
            diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.OptionalTableAbsent, Severity.Warning, absent, null, null, mapping.Table));
            return null;
        }

        if (sources.Length == 0)
        {
            binder.Fail(ProfileDiagnosticCodes.MissingFile, mapping.Sources[0].File, null);
            return null;
        }

        var columns = CanonicalTables.Get(mapping.Table).Columns.Select(column => column.Name)
            .Where(column => sources.Any(source => source.Columns.ContainsKey(column)))
            .ToArray();
        var indexes = new Dictionary<string, LookupIndex>(StringComparer.Ordinal);
        var bound = sources.Select(source => Bind(source, mapping.Table, columns, binder, indexes, options)).ToArray();
        return binder.Failed
            ? null
            : new MappedTableSource(mapping, columns, bound, [.. indexes.Values], package, options, diagnostics);
    }

    private static string? Absent(SourceMapping source, FileHeaders headers) => NamedFiles.Of(source).FirstOrDefault(file => headers.Find(file) is null);

    private static BoundSource Bind(
        SourceMapping source, string table, IReadOnlyList<string> columns, HeaderBinder binder, Dictionary<string, LookupIndex> indexes, ProfileOptions options)
    {
        var made = new List<(string Name, string Origin)>();
        if (source.Unpivot is { } unpivot)
        {
            made.AddRange(unpivot.Into.Select(pair => (pair.Key, string.Join('+', pair.Value))));
        }

        if (source.ApplyToAll is { } all)
        {
            made.Add((all.Into, all.Column));
        }

        binder.RefuseColumns(source.File, made.Select(cell => cell.Name));
        var values = new ValueBinder(binder, indexes, source.File, options, made);
        return new BoundSource(
            binder.Files(source.File),
            binder.Filter(source.File, source.Filter),
            source.Unpivot is null ? null : UnpivotBinder.Bind(source.Unpivot, source.File, binder),
            source.ApplyToAll is { } apply
                ? new BoundApplyToAll(binder.Files(apply.File), apply.Column, binder.Ordinal(apply.File, apply.Column), binder.Filter(apply.File, apply.Filter), made.Count - 1)
                : null,
            made.Count,
            [.. columns.Select(column => source.Columns.TryGetValue(column, out var value) ? values.Bind(value, $"{table}.{column}") : null)]);
    }
}
