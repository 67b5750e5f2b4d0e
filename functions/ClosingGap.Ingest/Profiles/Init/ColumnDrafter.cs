using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Validation;
using ClosingGap.Ingest.Vocabularies;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Makes the value of a canonical column out of a column of a file: with its date format, its school years, its codes.</summary>
internal sealed class ColumnDrafter(InitOptions options)
{
    private static readonly IReadOnlyList<KeyValuePair<string, long>> s_none = [];

    public DraftColumn Draft(string table, string name, ColumnSketch sketch)
    {
        var canonical = CanonicalTables.Get(table);
        var contract = FileContracts.Mapped(canonical);
        var column = contract.Columns[contract.IndexOf(name)];
        var plain = new ColumnValue(sketch.Name);
        return canonical.Columns[canonical.Ordinal(name)].Type switch
        {
            ColumnType.Date when sketch.IsDate && sketch.DateFormats[0] != "yyyy-MM-dd" => new DraftColumn(
                name, new DateValue(plain, [sketch.DateFormats[0]], 0), DateNote(sketch.DateFormats), s_none),
            ColumnType.SchoolYear when sketch.IsYearSpan => new DraftColumn(name, new SchoolYearValue(plain, SchoolYearFormat.BothYears), null, s_none),
            ColumnType.Decimal when sketch.IsCommaNumber => new DraftColumn(name, new DecimalValue(plain, ',', BlankInvalid: false), null, s_none),
            _ when column.Type is CellType.Enum or CellType.Grade or CellType.GradeList || VocabularySet.Find(table, name) is not null =>
                DraftCodes(table, column, sketch, plain),
            _ => new DraftColumn(name, plain, null, s_none),
        };
    }

    private static string? DateNote(IReadOnlyList<string> formats) => formats is ["M/d/yyyy", "d/M/yyyy", ..]
        ? "no value tells whether the month or the day comes first"
        : null;

    private DraftColumn DraftCodes(string table, ContractColumn column, ColumnSketch sketch, ColumnValue plain)
    {
        if (sketch.HasMany || sketch.Values.Count > options.MaxCodes)
        {
            return new DraftColumn(column.Name, plain, null, s_none);
        }

        var guesses = Clues.Default.Codes.GetValueOrDefault($"{table}.{column.Name}");
        var mapped = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var unmapped = new List<KeyValuePair<string, long>>();
        var isClosed = column.Type is CellType.Enum or CellType.Grade or CellType.GradeList || VocabularySet.Find(table, column.Name)!.IsClosed;
        foreach (var (code, rows) in sketch.Values)
        {
            var word = WordOf(table, column, code);
            if (word is null && guesses?.FirstOrDefault(pair => string.Equals(pair.Key, code, StringComparison.OrdinalIgnoreCase)).Value is { } guess)
            {
                mapped.Add(code, guess);
            }
            else if (word is not null && !string.Equals(word, code, StringComparison.Ordinal))
            {
                mapped.Add(code, word);
            }
            else if (word is null && isClosed)
            {
                unmapped.Add(new(code, rows));
            }
        }

        return mapped.Count == 0
            ? new DraftColumn(column.Name, plain, null, unmapped)
            : new DraftColumn(column.Name, new CodeMapValue(plain, new CodeMap(mapped, UnknownCode.Keep, null)), "what the codes mean", unmapped);
    }

    private static string? WordOf(string table, ContractColumn column, string code)
    {
        if (column.Type == CellType.Enum)
        {
            return CellReader.Token(column, code).Value;
        }

        // A list of grades is read entry by entry.
        if (column.Type is CellType.Grade or CellType.GradeList)
        {
            var grades = VocabularySet.Find("schoolEnrollments", "entryGradeLevel")!;
            return GradeReader.Read(code).Value is { } grade && grades.Words.Contains(grade, StringComparer.Ordinal) ? code
                : code.Contains(',', StringComparison.Ordinal) ? code
                : grades.Find(code);
        }

        return VocabularySet.Find(table, column.Name)!.Find(code) is null ? null : code;
    }
}
