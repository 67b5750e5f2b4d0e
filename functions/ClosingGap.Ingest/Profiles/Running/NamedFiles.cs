using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Which files a mapping names: those it reads and those it looks up in.</summary>
internal static class NamedFiles
{
    public static IEnumerable<string> Of(SourceMapping source)
    {
        IEnumerable<string> own = source.ApplyToAll is { } all ? [source.File, all.File] : [source.File];
        return own.Concat(source.Columns.Values.SelectMany(Of));
    }

    private static IEnumerable<string> Of(ValueMapping value) => value switch
    {
        LookupValue lookup => lookup.Match.Values.SelectMany(Of).Prepend(lookup.File),
        ConcatValue concat => concat.Of.SelectMany(Of),
        CoalesceValue coalesce => coalesce.Of.SelectMany(Of),
        CodeMapValue codeMap => Of(codeMap.Of),
        SplitValue split => Of(split.Of),
        DateValue date => Of(date.Of),
        DateTimeValue time => Of(time.Of),
        NotNumberValue text => Of(text.Of),
        SchoolYearValue year => Of(year.Of),
        DecimalValue number => Of(number.Of),
        _ => [],
    };
}
