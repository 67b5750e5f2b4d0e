namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Every key that a profile may have, by the object in which it stands. The editor's schema holds the same, by test.</summary>
internal static class ProfileKeys
{
    public static IReadOnlyList<string> Profile { get; } = ["name", "version", "conformance", "settings", "codeMaps", "codes", "tables"];

    public static IReadOnlyList<string> Settings { get; } = ["attendance", "grades", "credits", "holds"];

    public static IReadOnlyList<string> Attendance { get; } = ["capture", "dayRule", "share", "measuredThrough", "absentCategories", "instructionalEvents"];

    public static IReadOnlyList<string> Grades { get; } = ["failLetters", "passMark"];

    public static IReadOnlyList<string> Credits { get; } = ["atRiskShortfall", "notCountedRepeatCodes"];

    public static IReadOnlyList<string> Holds { get; } = ["studentsRemovedPercent", "enrollmentsRemovedPercent", "classesRemovedPercent"];

    public static IReadOnlyList<string> CodeMap { get; } = ["map", "default", "onUnknown"];

    public static IReadOnlyList<string> ColumnCodes { get; } = ["use", "map", "default", "onUnknown"];

    public static IReadOnlyList<string> Table { get; } = ["optional", "distinct", "sources"];

    public static IReadOnlyList<string> Source { get; } = ["file", "filter", "unpivot", "applyToAll", "columns"];

    public static IReadOnlyList<string> Filter { get; } = ["column", "equals", "in", "notIn", "notBlank"];

    public static IReadOnlyList<string> ApplyToAll { get; } = ["file", "column", "filter", "into"];

    public static IReadOnlyList<string> Value { get; } =
        ["column", "constant", "codeMap", "concat", "lookup", "split", "date", "schoolYear", "decimal"];

    public static IReadOnlyList<string> CodeMapValue { get; } = ["of", "use", "map", "default", "onUnknown"];

    public static IReadOnlyList<string> Concat { get; } = ["of", "separator", "skipBlank"];

    public static IReadOnlyList<string> Lookup { get; } = ["file", "match", "value", "filter", "default", "onMissing"];

    public static IReadOnlyList<string> Split { get; } = ["of", "separator", "index", "list"];

    public static IReadOnlyList<string> Date { get; } = ["of", "formats", "plusDays"];

    public static IReadOnlyList<string> SchoolYear { get; } = ["of", "format"];

    public static IReadOnlyList<string> Decimal { get; } = ["of", "decimalMark"];
}
