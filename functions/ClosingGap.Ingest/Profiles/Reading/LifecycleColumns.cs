namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>The columns that a delta adds to those of the canonical table.</summary>
internal static class LifecycleColumns
{
    public static IReadOnlyList<string> All { get; } = ["status", "dateLastModified"];
}
