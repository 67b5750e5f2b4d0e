using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Profiles.Running.Values;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Binds the operators of one source to the header of its file. Look-ups of one file by the same columns share one index.</summary>
internal sealed class ValueBinder(HeaderBinder headers, Dictionary<string, LookupIndex> indexes, string file, ProfileOptions options, IReadOnlyList<(string Name, string Origin)> made)
{
    /// <param name="value">The operator.</param>
    /// <param name="target">The canonical table and column, for findings.</param>
    public BoundValue Bind(ValueMapping value, string target) => value switch
    {
        ColumnValue column => BindColumn(column.Name),
        OptionalColumnValue column => new BoundColumn(column.Name, headers.Ordinal(file, column.Name, optional: true)),
        ConstantValue constant => new BoundConstant(constant.Text),
        CodeMapValue codeMap => new BoundCodeMap(Bind(codeMap.Of, target), codeMap.Map, target),
        ConcatValue concat => new BoundConcat([.. concat.Of.Select(part => Bind(part, target))], concat.Separator, concat.SkipBlank),
        CoalesceValue coalesce => new BoundCoalesce([.. coalesce.Of.Select(part => Bind(part, target))]),
        LookupValue lookup => BindLookup(lookup, target),
        SplitValue split => new BoundSplit(Bind(split.Of, target), split.Separator, split.Index),
        DateValue date => new BoundDate(Bind(date.Of, target), date.Formats, date.PlusDays, target),
        DateTimeValue time => new BoundDateTime(Bind(time.Of, target), time.Formats, Zone(time.Zone), target),
        SchoolYearValue year => new BoundSchoolYear(Bind(year.Of, target), year.Format, target),
        DecimalValue number => new BoundDecimal(Bind(number.Of, target), number.DecimalMark, number.BlankInvalid, target),
        NotNumberValue text => new BoundNotNumber(Bind(text.Of, target)),
        _ => throw new InvalidOperationException($"The operator {value.GetType().Name} has no binding."),
    };

    private TimeZoneInfo? Zone(string? name) => name switch
    {
        null => null,
        DateTimeValue.District => options.DistrictZone,
        _ => TimeZoneInfo.FindSystemTimeZoneById(name),
    };

    private BoundValue BindColumn(string name)
    {
        for (var i = 0; i < made.Count; i++)
        {
            if (string.Equals(made[i].Name, name, StringComparison.Ordinal))
            {
                return new BoundMadeCell(made[i].Origin, i);
            }
        }

        return new BoundColumn(name, headers.Ordinal(file, name));
    }

    private BoundLookup BindLookup(LookupValue lookup, string target)
    {
        // Equal in order of columns too: the order is that of the hash.
        var columns = lookup.Match.Keys.Order(StringComparer.Ordinal).ToArray();
        var filters = lookup.Filter.Select(filter => $"{filter.Column}\u001f{filter.Kind}\u001f{string.Join('\u001e', filter.Values.Order(StringComparer.Ordinal))}");
        var signature = string.Join('\u001d', filters.Prepend(string.Join('\u001f', columns)).Prepend(lookup.File));
        if (!indexes.TryGetValue(signature, out var index))
        {
            index = new LookupIndex(
                headers.Files(lookup.File),
                [.. columns.Select(column => headers.Ordinal(lookup.File, column))],
                string.Join('+', columns),
                headers.Filter(lookup.File, lookup.Filter));
            indexes.Add(signature, index);
        }

        var keys = columns.Select(column => Bind(lookup.Match[column], target)).ToArray();
        return new BoundLookup(index, index.SlotOf(headers.Ordinal(lookup.File, lookup.Value)), keys, lookup.Default, lookup.OnMissing);
    }
}
