namespace ClosingGap.SampleData;

/// <summary>A session: first and last instructional day by number (0-based), both inclusive.</summary>
internal sealed record AcademicPeriod(string SourcedId, string Title, string Type, string? Parent, int FirstDay, int LastDay);
