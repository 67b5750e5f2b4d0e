using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Vocabularies;

namespace ClosingGap.Ingest.Validation;

/// <summary>Brings the codes of a row to canonical words: first by the district's own maps, then, cell by cell, by the vocabulary of the column.</summary>
internal sealed class CodeReader(FileContract contract, HeaderPlan plan, DistrictCodes codes, UnknownCodes unknown)
{
    private readonly (int Index, CodeMap Map)[] _maps =
    [
        .. Enumerable.Range(0, contract.Columns.Count)
            .Select(index => (index, codes.Maps.GetValueOrDefault(NameOf(contract, index))))
            .Where(pair => pair.Item2 is not null && plan.Source[pair.index] >= 0)
            .Select(pair => (pair.index, pair.Item2!)),
    ];

    private readonly Vocabulary?[] _vocabularies =
        [.. contract.Columns.Select(column => contract.IsExtension ? VocabularySet.Find(contract.Name, column.Name) : null)];

    private readonly IReadOnlySet<string>?[] _words =
        [.. Enumerable.Range(0, contract.Columns.Count).Select(index => codes.Words.GetValueOrDefault(NameOf(contract, index)))];

    /// <summary>Puts the mapped codes in place of the district's in the row itself.</summary>
    /// <returns><see cref="RowReading.Sound"/>, <see cref="RowReading.Dropped"/> or <see cref="RowReading.Rejected"/>.</returns>
    public RowReading Map(SourceRow row, FileTally tally)
    {
        foreach (var (index, map) in _maps)
        {
            ref var cell = ref row.Cells[plan.Source[index]];
            if (string.IsNullOrWhiteSpace(cell))
            {
                continue;
            }

            var outcome = IsList(contract.Columns[index].Type) && cell.Contains(',', StringComparison.Ordinal)
                ? MapList(map, ref cell)
                : MapOne(map, ref cell);
            if (outcome == RowReading.Rejected)
            {
                unknown.Note(tally, contract.Columns[index].Name, cell!.Trim(), row.Row, Severity.Error);
            }

            if (outcome != RowReading.Sound)
            {
                return outcome;
            }
        }

        return RowReading.Sound;
    }

    /// <summary>True when the column has a vocabulary, so that what becomes of a cell may depend on the rest of its row.</summary>
    public bool HasWords(int index) => _vocabularies[index] is not null;

    /// <summary>True when the district maps codes of this file.</summary>
    public bool HasMaps => _maps.Length > 0;

    /// <summary>True when a value is a word of its column, or when its column takes any.</summary>
    public bool IsWord(int index, string value) =>
        _vocabularies[index] is not { } vocabulary || !vocabulary.IsClosed || vocabulary.Find(value) is not null || _words[index]?.Contains(value) == true;

    /// <summary>Brings a value to its canonical word.</summary>
    /// <param name="saysMore">Whether another column of the row says what matters.</param>
    /// <returns>False when the code is not known and the row cannot be used without it.</returns>
    public bool ToWord(int index, ref string? value, long row, FileTally tally, bool saysMore)
    {
        if (value is null || _vocabularies[index] is not { } vocabulary || _words[index]?.Contains(value) == true)
        {
            return true;
        }

        if (vocabulary.Find(value) is { } word)
        {
            value = word;
            return true;
        }

        if (!vocabulary.IsClosed)
        {
            return true;
        }

        var isHarmless = vocabulary.Unknown != UnknownWord.Reject || saysMore;
        var severity = unknown.Note(tally, contract.Columns[index].Name, value, row, isHarmless ? Severity.Warning : Severity.Error);
        value = vocabulary.Unknown == UnknownWord.Blank ? null : value;
        return severity == Severity.Warning;
    }

    private static string NameOf(FileContract contract, int index) => $"{contract.Name}.{contract.Columns[index].Name}";

    private static bool IsList(CellType type) => type is CellType.TextList or CellType.GuidRefList or CellType.EnumList or CellType.GradeList;

    private static RowReading MapOne(CodeMap map, ref string? cell)
    {
        var code = cell!.Trim();
        if (map.Codes.TryGetValue(code, out var canonical))
        {
            cell = canonical.Length == 0 ? null : canonical;
            return RowReading.Sound;
        }

        switch (map.OnUnknown)
        {
            case UnknownCode.Keep:
                return RowReading.Sound;
            case UnknownCode.Default:
                cell = map.Default;
                return RowReading.Sound;
            case UnknownCode.Blank:
                cell = null;
                return RowReading.Sound;
            case UnknownCode.DropRow:
                return RowReading.Dropped;
            default:
                return RowReading.Rejected;
        }
    }

    private static RowReading MapList(CodeMap map, ref string? cell)
    {
        var entries = cell!.Split(',');
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (string.IsNullOrWhiteSpace(entries[entry]))
            {
                continue;
            }

            ref var one = ref entries[entry]!;
            string? mapped = one;
            var outcome = MapOne(map, ref mapped);
            if (outcome != RowReading.Sound)
            {
                return outcome;
            }

            entries[entry] = mapped ?? string.Empty;
        }

        cell = string.Join(',', entries.Where(entry => entry.Length > 0));
        return RowReading.Sound;
    }
}
