using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Limits of running a profile: each operator that remembers something is bounded.</summary>
public sealed record ProfileOptions
{
    /// <summary>The limits used when nothing is configured.</summary>
    public static ProfileOptions Default { get; } = new();

    /// <summary>Rows that one looked-up file may hold. Unit: rows; default 5,000,000 (about 0.3 GB with one value); range 1 to 50,000,000.</summary>
    public int LookupMaxEntries { get; init; } = 5_000_000;

    /// <summary>Keys that one <c>distinct</c> may remember. Unit: keys; default 5,000,000 (about 0.3 GB); range 1 to 50,000,000.</summary>
    public int DistinctMaxKeys { get; init; } = 5_000_000;

    /// <summary>Ids that one <c>applyToAll</c> may cross with. Unit: ids; default 10,000; range 1 to 1,000,000.</summary>
    public int ApplyToAllMaxIds { get; init; } = 10_000;

    /// <summary>Codes without a word that one source reports one by one; the rest of a column are one finding. Unit: codes; default 1,000; range 1 to 100,000.</summary>
    public int MaxUnmappedCodes { get; init; } = 1_000;

    /// <summary>The district's time zone, for profiles that bring UTC to the district's clock; default UTC.</summary>
    public TimeZoneInfo DistrictZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The limits of CSV reading.</summary>
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public ProfileOptions Validated()
    {
        Require(LookupMaxEntries, 50_000_000, nameof(LookupMaxEntries));
        Require(DistinctMaxKeys, 50_000_000, nameof(DistinctMaxKeys));
        Require(ApplyToAllMaxIds, 1_000_000, nameof(ApplyToAllMaxIds));
        Require(MaxUnmappedCodes, 100_000, nameof(MaxUnmappedCodes));
        Csv.Validated();
        return this;
    }

    private static void Require(int value, int to, string name)
    {
        if (value < 1 || value > to)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between 1 and {to}.");
        }
    }
}
