namespace ClosingGap.Ingest.Profiles;

/// <summary>The codes of what running a profile finds in a package.</summary>
public static class ProfileDiagnosticCodes
{
    /// <summary>Fatal: the profile names a file that the package lacks.</summary>
    public const string MissingFile = "profile.missing_file";

    /// <summary>Fatal: the profile names a column that the file lacks.</summary>
    public const string MissingColumn = "profile.missing_column";

    /// <summary>Fatal: a name made by <c>unpivot</c> or <c>applyToAll</c> is also a column of the file, or a column stands twice in it.</summary>
    public const string AmbiguousColumn = "profile.ambiguous_column";

    /// <summary>Fatal: a looked-up file has more rows than the limit.</summary>
    public const string LookupTooLarge = "profile.lookup_too_large";

    /// <summary>Fatal: a table has more distinct keys than the limit.</summary>
    public const string DistinctTooLarge = "profile.distinct_too_large";

    /// <summary>Fatal: <c>applyToAll</c> found more ids than the limit.</summary>
    public const string ApplyToAllTooLarge = "profile.apply_to_all_too_large";

    /// <summary>Error: the code map does not hold the code.</summary>
    public const string UnmappedCode = "profile.unmapped_code";

    /// <summary>Error: the cell fits none of the date formats.</summary>
    public const string InvalidDate = "profile.invalid_date";

    /// <summary>Error: the cell is no school year of the declared format.</summary>
    public const string InvalidSchoolYear = "profile.invalid_school_year";

    /// <summary>Error: the cell is no decimal number.</summary>
    public const string InvalidDecimal = "profile.invalid_decimal";

    /// <summary>Warning, or error where the profile says reject: the value is not in the looked-up file.</summary>
    public const string LookupMissed = "profile.lookup_missed";

    /// <summary>Warning: a looked-up file has rows of one key with different values; the first is used.</summary>
    public const string LookupAmbiguous = "profile.lookup_ambiguous";

    /// <summary>Warning: <c>distinct</c> left out a row that differs from the one it kept.</summary>
    public const string DistinctConflict = "profile.distinct_conflict";

    /// <summary>Warning: an optional table is not in this package.</summary>
    public const string OptionalTableAbsent = "profile.optional_table_absent";
}
