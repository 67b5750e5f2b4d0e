using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Webhooks;

namespace ClosingGap.Pipeline.Districts;

/// <summary>Registers and reads districts.</summary>
public sealed class DistrictRegistry(IDocumentStore documents, WebhookRules webhooks)
{
    private const int MaxTextLength = 200;
    private const int MaxSources = 20;

    /// <summary>The registration, or null.</summary>
    public async Task<DistrictRegistration?> FindAsync(DistrictId district, CancellationToken cancellationToken) =>
        (await documents.GetAsync(DocumentKeys.Registration(district), PipelineJson.Default.DistrictRegistration, cancellationToken))?.Value;

    /// <summary>Registers a district or changes its registration; a registration that says the same changes nothing.</summary>
    /// <exception cref="RegistrationInvalidException">A value is not acceptable; nothing changed.</exception>
    public async Task<DistrictRegistration> SaveAsync(DistrictRegistration registration, CancellationToken cancellationToken)
    {
        var district = Check(registration);
        if (webhooks.FaultOf(registration.Webhook) is { } fault)
        {
            throw new RegistrationInvalidException("webhook", fault);
        }

        var key = DocumentKeys.Registration(district);
        while (true)
        {
            var stored = await documents.GetAsync(key, PipelineJson.Default.DistrictRegistration, cancellationToken);
            if (stored is not null && Same(stored.Value, registration))
            {
                return stored.Value;
            }

            var changed = registration with { ProfileVersion = (stored?.Value.ProfileVersion ?? 0) + 1 };
            await documents.UpsertAsync(
                DocumentKeys.RegisteredDistrict(district), new RegisteredDistrict(changed.District, changed.Name), PipelineJson.Default.RegisteredDistrict, cancellationToken);
            var result = stored is null
                ? await documents.CreateAsync(key, changed, PipelineJson.Default.DistrictRegistration, cancellationToken)
                : await documents.ReplaceAsync(key, changed, stored.ETag, PipelineJson.Default.DistrictRegistration, cancellationToken);
            if (result.IsWritten)
            {
                return changed;
            }
        }
    }

    /// <summary>The district's time zone.</summary>
    public static TimeZoneInfo ZoneOf(DistrictRegistration registration) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(registration.TimeZone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>The day that a moment falls on in the district's time zone.</summary>
    public static DateOnly DayOf(DistrictRegistration registration, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, ZoneOf(registration)).DateTime);

    private static DistrictId Check(DistrictRegistration registration)
    {
        Require(DistrictId.TryParse(registration.District, out var district), "district", "reads STATE-ID, for example TX-255901: two capital letters, a hyphen, then letters, digits, _ or .");
        Require(IsText(registration.Name), "name", "is a text of 1 to 200 characters.");
        Require(registration.NcesId is null || (registration.NcesId.Length is >= 1 and <= 12 && registration.NcesId.All(char.IsAsciiDigit)), "ncesId", "is a number of up to 12 digits.");
        Require(TimeZoneInfo.TryFindSystemTimeZoneById(registration.TimeZone, out _), "timeZone", "is an IANA time zone, for example America/Chicago.");
        Require(registration.SchoolYear is null or (>= 1990 and <= 2100), "schoolYear", "is the year in which the school year ends.");
        Require(registration.Sources.Count is >= 1 and <= MaxSources, "sources", "has 1 to 20 entries.");
        foreach (var source in registration.Sources)
        {
            Require(DropPath.IsSource(source.Name), "sources.name", "is 1 to 20 lower-case letters, digits and hyphens.");
            Require(IsText(source.Profile), "sources.profile", $"is {string.Join(", ", BuiltInProfiles.Names)}, or the path of an uploaded profile.");
        }

        Require(registration.Sources.DistinctBy(source => source.Name).Count() == registration.Sources.Count, "sources.name", "is given once.");
        return district;
    }

    private static bool IsText(string? text) => text is { Length: >= 1 and <= MaxTextLength } && !text.Any(char.IsControl);

    private static void Require(bool holds, string property, string rule)
    {
        if (!holds)
        {
            throw new RegistrationInvalidException(property, rule);
        }
    }

    private static bool Same(DistrictRegistration stored, DistrictRegistration asked) =>
        stored with { Sources = asked.Sources, Tenants = asked.Tenants, ProfileVersion = 0 } == asked with { ProfileVersion = 0 }
        && stored.Sources.SequenceEqual(asked.Sources)
        && stored.Tenants.SequenceEqual(asked.Tenants, StringComparer.Ordinal);
}
