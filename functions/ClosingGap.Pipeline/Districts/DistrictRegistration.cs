namespace ClosingGap.Pipeline.Districts;

/// <summary>What is known of a district before its first drop.</summary>
/// <param name="District">The id, <c>TX-255901</c>.</param>
/// <param name="Name">The district's name.</param>
/// <param name="NcesId">The federal id, or null.</param>
/// <param name="TimeZone">An IANA time zone; decides which day it is.</param>
/// <param name="SchoolYear">The school year (its ending year) that drops are expected to hold; null: what the data say.</param>
/// <param name="Sources">The systems that drop.</param>
/// <param name="Tenants">The Entra tenants whose tokens are accepted.</param>
/// <param name="ProfileVersion">Counts the changes of the registration and its profiles.</param>
public sealed record DistrictRegistration(
    string District,
    string Name,
    string? NcesId,
    string TimeZone,
    int? SchoolYear,
    IReadOnlyList<SourceRegistration> Sources,
    IReadOnlyList<string> Tenants,
    int ProfileVersion)
{
    /// <summary>Where receipts are sent, signed; null: nowhere.</summary>
    public string? Webhook { get; init; }

    /// <summary>The source of that name, or null.</summary>
    public SourceRegistration? FindSource(string name) =>
        Sources.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.Ordinal));
}
