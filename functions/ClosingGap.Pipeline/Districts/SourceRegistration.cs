namespace ClosingGap.Pipeline.Districts;

/// <summary>One system that drops: a name in the path of its drops, and the profile by which they are read.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens; 1 to 20 characters, e.g. <c>sis</c>.</param>
/// <param name="Profile">The name of a built-in profile, such as <c>lenient</c> or <c>lms-udm</c>, or the blob path of an uploaded one.</param>
/// <param name="ExpectedSchedule">An NCRONTAB expression (UTC) by which a drop is expected, or null.</param>
public sealed record SourceRegistration(string Name, string Profile, string? ExpectedSchedule = null);
