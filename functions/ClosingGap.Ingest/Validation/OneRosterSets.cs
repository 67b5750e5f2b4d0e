namespace ClosingGap.Ingest.Validation;

/// <summary>Which files belong to which set, and which a bulk set cannot do without (1.2 CSV binding, appendix A).</summary>
internal static class OneRosterSets
{
    /// <summary>A rostering set that is delivered in bulk holds them all; 1.1 has no roles.</summary>
    private static readonly string[] s_needed = ["academicSessions", "classes", "courses", "enrollments", "orgs", "roles", "users"];

    private static readonly HashSet<string> s_rostering = new([.. s_needed, "demographics", "userProfiles"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_gradebook = new(
        [
            "categories", "lineItems", "results", "scoreScales", "lineItemScoreScales", "resultScoreScales", "lineItemLearningObjectiveIds",
            "resultLearningObjectiveIds",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_resources = new(["resources", "classResources", "courseResources", "userResources"], StringComparer.Ordinal);

    /// <summary>True when a file of the standard belongs to a set; gradebook and resources stand on rostering.</summary>
    public static bool Holds(OneRosterSet set, string table) => set switch
    {
        OneRosterSet.Full => true,
        OneRosterSet.Gradebook => s_rostering.Contains(table) || s_gradebook.Contains(table),
        OneRosterSet.Resources => s_rostering.Contains(table) || s_resources.Contains(table),
        _ => s_rostering.Contains(table),
    };

    /// <summary>The files that a bulk set must hold.</summary>
    public static IReadOnlyList<string> Needed => s_needed;
}
