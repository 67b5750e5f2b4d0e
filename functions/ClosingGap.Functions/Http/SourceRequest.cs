namespace ClosingGap.Functions.Http;

/// <summary>What a caller says of one source of a district.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens.</param>
/// <param name="Profile"><c>lenient</c>, <c>strict</c> or the path of an uploaded profile; null: as it is.</param>
/// <param name="ExpectedSchedule">An NCRONTAB expression (UTC), or null.</param>
public sealed record SourceRequest(string? Name, string? Profile = null, string? ExpectedSchedule = null);
