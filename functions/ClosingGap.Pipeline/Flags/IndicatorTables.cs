namespace ClosingGap.Pipeline.Flags;

/// <summary>Which tables are behind an indicator, by the beginning of its name; the longest that fits counts.</summary>
internal static class IndicatorTables
{
    private static readonly (string Begin, string[] Tables)[] s_tables =
    [
        ("course.semesterFailures", ["courseTranscripts"]),
        ("course.completed", ["courseTranscripts", "enrollments"]),
        ("attendance.", ["attendance", "calendarDates", "schoolEnrollments"]),
        ("course.", ["gradingPeriodGrades", "classes", "courses"]),
        ("credits.", ["courseTranscripts", "graduationPlans"]),
        ("gpa.", ["courseTranscripts"]),
        ("discipline.", ["disciplineActions"]),
        ("behavior.stateOffenses", ["disciplineActions", "disciplineIncidents"]),
        ("behavior.", ["disciplineActions", "calendarDates"]),
        ("mobility.", ["schoolEnrollments"]),
        ("graduation.", ["schoolEnrollments"]),
        ("assessment.", ["assessmentResults", "assessments"]),
        ("lms-", ["lmsAssignments", "lmsSubmissions", "lmsSectionAssociations"]),
    ];

    public static IReadOnlyList<string> Of(string indicator)
    {
        foreach (var (begin, tables) in s_tables)
        {
            if (indicator.StartsWith(begin, StringComparison.Ordinal))
            {
                return tables;
            }
        }

        return [];
    }
}
