using System.Text.Json;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Functions.Http;

/// <summary>What a caller says of a district.</summary>
public sealed record RegistrationRequest
{
    private const string DefaultProfile = "lenient";

    /// <summary>The id, <c>TX-255901</c>; only where the route does not give it.</summary>
    public string? District { get; init; }

    public string? Name { get; init; }

    public string? NcesId { get; init; }

    /// <summary>An IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The year in which the school year ends; null: what the data say.</summary>
    public int? SchoolYear { get; init; }

    /// <summary>Where receipts are sent; null: as it is; empty: nowhere.</summary>
    public string? Webhook { get; init; }

    public IReadOnlyList<SourceRequest?>? Sources { get; init; }

    public IReadOnlyList<string?>? Tenants { get; init; }

    /// <summary>The registration that is asked for. A source without a profile keeps the one it has, else gets <c>lenient</c>.</summary>
    /// <exception cref="JsonException">A list holds a null.</exception>
    public DistrictRegistration ToRegistration(string district, DistrictRegistration? known) => new(
        district,
        Name ?? "",
        NcesId,
        TimeZone ?? "",
        SchoolYear,
        [.. (Sources ?? []).Select(source => Source(source ?? throw new JsonException("null"), known))],
        [.. (Tenants ?? []).Select(tenant => tenant ?? throw new JsonException("null"))],
        0)
    {
        Webhook = (Webhook ?? known?.Webhook) is { Length: > 0 } url ? url : null,
    };

    private static SourceRegistration Source(SourceRequest asked, DistrictRegistration? known)
    {
        var name = asked.Name ?? "";
        return new SourceRegistration(name, asked.Profile ?? known?.FindSource(name)?.Profile ?? DefaultProfile, asked.ExpectedSchedule);
    }
}
