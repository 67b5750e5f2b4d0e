using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Writes a draft as YAML, its doubts as comments.</summary>
internal sealed class DraftWriter
{
    private const int ShownColumns = 40;

    private readonly StringBuilder _text = new();
    private bool _isComment;

    public string Write(string name, IReadOnlyList<DraftSource> sources, IReadOnlyList<DraftFile> files)
    {
        Line(0, "# A first draft, guessed from names and contents. Check every line marked \"check\" or TODO, then: closinggap validate EXPORT --profile THIS");
        Line(0, $"name: {name}");
        Line(0, "version: 1");
        Line(0, "conformance: lenient");
        foreach (var file in files.Where(file => file.Table is null))
        {
            Line(0, $"# not used: {YamlText.Comment(file.File)}{(file.Note is { } note ? ": " + YamlText.Comment(note) : "")}");
        }

        Line(0, "");
        _isComment = sources.All(source => source.Missing.Count > 0);
        Line(0, "tables:");
        foreach (var table in CanonicalTables.All)
        {
            // A source without what is required would have the whole export refused: it is written, to be completed, as a comment.
            var own = sources.Where(source => source.Table == table.Name).OrderBy(source => source.Missing.Count > 0).ToArray();
            if (own.Length > 0)
            {
                WriteTable(table, own);
            }
        }

        return _text.ToString();
    }

    private void WriteTable(CanonicalTable table, IReadOnlyList<DraftSource> sources)
    {
        _isComment = sources.All(source => source.Missing.Count > 0);
        Line(1, $"{table.Name}:");
        if (table.Key is [var key] && (sources.Count(source => source.Missing.Count == 0) > 1 || sources.Any(source => source.NeedsDistinct)))
        {
            Line(2, $"distinct: [{key}]");
        }

        Line(2, "sources:");
        foreach (var source in sources)
        {
            _isComment = source.Missing.Count > 0;
            Line(3, $"# {source.Confidence.ToString().ToLowerInvariant()} confidence{(_isComment ? "; complete it, then take the first # of each line away" : "")}");
            Line(3, $"- file: {YamlText.Scalar(source.File)}");
            if (source.ApplyToAll is { } all)
            {
                Line(4, $"applyToAll: {{ file: {YamlText.Scalar(all.File)}, column: {YamlText.Scalar(all.Column)}, into: {all.Into} }}");
            }

            Line(4, "columns:");
            foreach (var column in source.Columns)
            {
                WriteColumn(column);
            }

            foreach (var missing in source.Missing)
            {
                Line(5, $"# TODO {missing}: required, but no column was found for it");
            }

            if (source.Unused.Count > 0)
            {
                var more = source.Unused.Count > ShownColumns ? string.Create(CultureInfo.InvariantCulture, $" and {source.Unused.Count - ShownColumns} more") : "";
                Line(4, $"# not used: {string.Join(", ", source.Unused.Take(ShownColumns).Select(YamlText.Comment))}{more}");
            }
        }
    }

    private void WriteColumn(DraftColumn column)
    {
        var note = column.Note is { } text ? $" # check: {YamlText.Comment(text)}" : "";
        if (column.Value is CodeMapValue map)
        {
            Line(5, $"{column.Name}:{note}");
            Line(6, "codeMap:");
            Line(7, $"of: {Value(map.Of)}");
            Line(7, "onUnknown: keep");
            Line(7, "map:");
            foreach (var (code, word) in map.Map.Codes)
            {
                Line(8, $"{YamlText.Scalar(code)}: {YamlText.Scalar(word)}");
            }

            WriteUnmapped(8, column);
            return;
        }

        Line(5, $"{column.Name}: {Value(column.Value)}{note}");
        if (column.Unmapped.Count > 0)
        {
            Line(6, $"# codes without a word; write {{ codeMap: {{ of: {Value(column.Value)}, onUnknown: keep, map: {{ ... }} }} }} with:");
            WriteUnmapped(6, column);
        }
    }

    private void WriteUnmapped(int depth, DraftColumn column)
    {
        foreach (var (code, rows) in column.Unmapped)
        {
            Line(depth, string.Create(CultureInfo.InvariantCulture, $"# {YamlText.Scalar(code)}: TODO # {rows} {(rows == 1 ? "row" : "rows")}"));
        }
    }

    private static string Value(ValueMapping value) => value switch
    {
        ColumnValue column => YamlText.Scalar(column.Name),
        ConstantValue constant => $"{{ constant: {YamlText.Scalar(constant.Text)} }}",
        ConcatValue concat => $"{{ concat: {{ of: [{string.Join(", ", concat.Of.Select(Value))}], separator: \"{concat.Separator}\" }} }}",
        DateValue date => $"{{ date: {{ of: {Value(date.Of)}, formats: [{string.Join(", ", date.Formats.Select(YamlText.Scalar))}] }} }}",
        SchoolYearValue year => $"{{ schoolYear: {{ of: {Value(year.Of)}, format: yyyy-yyyy }} }}",
        DecimalValue number => $"{{ decimal: {{ of: {Value(number.Of)}, decimalMark: \"{number.DecimalMark}\" }} }}",
        LookupValue lookup => $"{{ lookup: {{ file: {YamlText.Scalar(lookup.File)}, match: {{ {string.Join(", ", lookup.Match.Select(pair => $"{YamlText.Scalar(pair.Key)}: {Value(pair.Value)}"))} }}, value: {YamlText.Scalar(lookup.Value)}, onMissing: {(lookup.OnMissing == MissingEntry.Reject ? "reject" : "blank")} }} }}",
        CodeMapValue map => $"{{ codeMap: {{ of: {Value(map.Of)}, onUnknown: keep, map: {{ {string.Join(", ", map.Map.Codes.Select(pair => $"{YamlText.Scalar(pair.Key)}: {YamlText.Scalar(pair.Value)}"))} }} }} }}",
        _ => throw new InvalidOperationException($"A draft never holds a {value.GetType().Name}."),
    };

    private void Line(int depth, string text) => _text.Append(_isComment ? "#" : "").Append(' ', depth * 2).Append(text).Append('\n');
}
