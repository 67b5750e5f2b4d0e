namespace ClosingGap.Pipeline.Releases;

/// <summary>The columns of a released data set, with their meanings: the data dictionary.</summary>
internal static class DataSetColumns
{
    public static IReadOnlyList<DataSetColumn> All { get; } =
    [
        new("level", "text", "state, district or school."),
        new("districtId", "text", "The district, STATE-ID; blank for the state."),
        new("schoolId", "text", "The school's id in its district; blank for the others."),
        new("name", "text", "The name of the organisation."),
        new("dimension", "text", "all, or the dimension of the group, e.g. race. The groups of a dimension add up to all."),
        new("group", "text", "all, or the value in the dimension, e.g. Asian; notReported: the district says nothing of this dimension; unknown: it does not know it of these students."),
        new("measure", "text", "What is counted; metadata.json says what it means, by which definition."),
        new("students", "integer", "Students judged, each once in the state, with the school that they entered last; blank unless studentsStatus is exact."),
        new("studentsStatus", "text", "exact; suppressed: too few, or others could be found by subtraction; notApplicable: nobody is judged; notReported."),
        new("percent", "number", "The share of these students who have the outcome, rounded to a whole percent, half away from zero; blank unless percentStatus is exact."),
        new("percentLow", "number", "The least whole percent; blank unless percentStatus is range."),
        new("percentHigh", "number", "The greatest whole percent; blank unless percentStatus is range."),
        new("percentStatus", "text", "exact, range, suppressed, notApplicable or notReported. Suppressed is not 0."),
        new("reliable", "boolean", "False when the percent is of fewer students than the reliability n, or of an unknown number; blank where nothing is shown."),
        new("referenceGroup", "text", "The group with which this one is compared; blank where a dimension has none, and for that group itself."),
        new("gap", "number", "The reference's percent less this one's, in percentage points, of the percents as they are published; blank unless gapStatus is exact."),
        new("gapLow", "number", "The least that the gap may be; blank unless gapStatus is range."),
        new("gapHigh", "number", "The greatest that the gap may be; blank unless gapStatus is range."),
        new("gapStatus", "text", "As percentStatus; suppressed where either percent is."),
        new("gapIntervalLow", "number", "Lower limit of Newcombe's 95 % interval of the gap, in percentage points; blank unless both percents are exact and reliable."),
        new("gapIntervalHigh", "number", "Its upper limit."),
    ];
}
