using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>A source's part of a snapshot.</summary>
/// <param name="SchoolYear">The calendar year in which its school year ends; null when not known.</param>
/// <param name="AsOf">The date that its drop declared; null when it declared none.</param>
/// <param name="Tables">Its tables by canonical name.</param>
public sealed record SnapshotSource(int? SchoolYear, DateOnly? AsOf, IReadOnlyDictionary<string, SnapshotTable> Tables)
{
    /// <summary>The day, in the district's time zone, on which its newest drop was written; what "today" means for its verdicts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The day of its first drop; null in a snapshot of an older release.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Since { get; init; }

    /// <summary>What ended before this day is no longer in the history tables; null before any was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? HistoryFrom { get; init; }
}
