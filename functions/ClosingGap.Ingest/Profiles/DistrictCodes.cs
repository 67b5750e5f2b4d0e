using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles;

/// <summary>A district's own codes, as its profile explains them to a validation.</summary>
/// <param name="Maps">From <c>table.column</c> to the map through which its cells go before anything else looks at them.</param>
/// <param name="Words">From <c>table.column</c> to words that the profile's settings use there: they are known, whatever the vocabulary says.</param>
public sealed record DistrictCodes(IReadOnlyDictionary<string, CodeMap> Maps, IReadOnlyDictionary<string, IReadOnlySet<string>> Words)
{
    /// <summary>A district without codes of its own.</summary>
    public static DistrictCodes None { get; } = new(new Dictionary<string, CodeMap>(), new Dictionary<string, IReadOnlySet<string>>());

    /// <summary>The codes of a profile.</summary>
    public static DistrictCodes Of(DistrictProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new DistrictCodes(
            profile.Codes,
            new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
            {
                ["calendarDates.calendarEvent"] = profile.Settings.Verdicts.Attendance.InstructionalEvents,
            });
    }
}
