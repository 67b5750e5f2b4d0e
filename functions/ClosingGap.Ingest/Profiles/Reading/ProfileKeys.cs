namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Every key that a profile may have, by the object in which it stands. The editor's schema holds the same, by test.</summary>
internal static class ProfileKeys
{
    public static IReadOnlyList<string> Profile { get; } = ["name", "version", "conformance", "settings", "codeMaps", "codes", "newestPerFolder", "tables"];

    public static IReadOnlyList<string> Settings { get; } = ["attendance", "grades", "credits", "growth", "milestones", "groups", "holds", "stateId"];

    public static IReadOnlyList<string> Attendance { get; } = ["capture", "dayRule", "share", "measuredThrough", "absentCategories", "instructionalEvents"];

    public static IReadOnlyList<string> Grades { get; } = ["failLetters", "passMark", "letterNumbers", "letterPoints", "addedPoints"];

    public static IReadOnlyList<string> Credits { get; } = ["atRiskShortfall", "notCountedRepeatCodes"];

    public static IReadOnlyList<string> Growth { get; } = ["minimumCohort", "goals"];

    public static IReadOnlyList<string> Goal { get; } = ["assessment", "score", "by"];

    public static IReadOnlyList<string> Groups { get; } = ["membership", "combinations", "references", "performanceLevels", "minimumStudents", "minimumCell", "minimumGroup"];

    public static IReadOnlyList<string> Holds { get; } =
    [
        "studentsRemovedPercent", "enrollmentsRemovedPercent", "classesRemovedPercent", "lmsStudentsRemovedPercent", "lmsSectionsRemovedPercent",
        "minimumRows", "schoolYearChange", "missingFile",
    ];

    public static IReadOnlyList<string> Milestones { get; } = ["use", "define"];

    public static IReadOnlyList<string> Milestone => MilestoneDefinitionReader.Keys;

    public static IReadOnlyList<string> MilestonePart => MilestoneDefinitionReader.PartKeys;

    public static IReadOnlyList<string> CodeMap { get; } = ["map", "default", "onUnknown"];

    public static IReadOnlyList<string> ColumnCodes { get; } = ["use", "map", "default", "onUnknown"];

    public static IReadOnlyList<string> Table { get; } = ["optional", "distinct", "sources"];

    public static IReadOnlyList<string> Source { get; } = ["file", "optional", "filter", "unpivot", "applyToAll", "columns"];

    public static IReadOnlyList<string> Filter { get; } = ["column", "optional", "equals", "in", "notIn", "notBlank"];

    public static IReadOnlyList<string> ApplyToAll { get; } = ["file", "column", "filter", "into"];

    public static IReadOnlyList<string> Value { get; } =
        ["column", "optionalColumn", "constant", "codeMap", "concat", "coalesce", "lookup", "split", "date", "dateTime", "schoolYear", "decimal", "notNumber"];

    public static IReadOnlyList<string> CodeMapValue { get; } = ["of", "use", "map", "default", "onUnknown"];

    public static IReadOnlyList<string> Concat { get; } = ["of", "separator", "skipBlank"];

    public static IReadOnlyList<string> Coalesce { get; } = ["of"];

    public static IReadOnlyList<string> Lookup { get; } = ["file", "match", "value", "filter", "default", "onMissing"];

    public static IReadOnlyList<string> Split { get; } = ["of", "separator", "index", "list"];

    public static IReadOnlyList<string> Date { get; } = ["of", "formats", "plusDays"];

    public static IReadOnlyList<string> DateTime { get; } = ["of", "formats", "zone"];

    public static IReadOnlyList<string> SchoolYear { get; } = ["of", "format"];

    public static IReadOnlyList<string> Decimal { get; } = ["of", "decimalMark", "onInvalid"];

    public static IReadOnlyList<string> NotNumber { get; } = ["of"];
}
