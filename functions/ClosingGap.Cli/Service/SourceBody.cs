namespace ClosingGap.Cli.Service;

/// <summary>A source of a district: <c>strict</c>, <c>lenient</c>, or the path of an uploaded profile.</summary>
internal sealed record SourceBody(string Name, string? Profile, string? ExpectedSchedule = null);
