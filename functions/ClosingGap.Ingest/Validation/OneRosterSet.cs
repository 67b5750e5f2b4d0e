namespace ClosingGap.Ingest.Validation;

/// <summary>The sets of files into which OneRoster divides a package (1.2 CSV binding, appendix A).</summary>
public enum OneRosterSet
{
    /// <summary>Every file of the standard, by every rule.</summary>
    Full,

    /// <summary>Organisations, sessions, courses, classes, people, their roles, profiles, enrollments and demographics.</summary>
    Rostering,

    /// <summary>Rostering, and categories, line items, results and score scales.</summary>
    Gradebook,

    /// <summary>Rostering, and resources with those to whom they are assigned.</summary>
    Resources,
}
