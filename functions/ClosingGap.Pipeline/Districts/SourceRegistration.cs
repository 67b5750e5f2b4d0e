namespace ClosingGap.Pipeline.Districts;

/// <summary>One system that drops: a name in the path of its drops, and the profile by which they are read.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens; 1 to 20 characters, e.g. <c>sis</c>.</param>
/// <param name="Profile"><c>strict</c>, <c>lenient</c>, or the blob path of an uploaded profile.</param>
/// <param name="ExpectedSchedule">An NCRONTAB expression (UTC) by which a drop is expected, or null.</param>
public sealed record SourceRegistration(string Name, string Profile, string? ExpectedSchedule = null);
