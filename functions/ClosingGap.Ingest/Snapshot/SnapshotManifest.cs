using System.Text.Json;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>A version of a district's snapshot: which content-addressed files make it. Immutable; equal versions give equal bytes.</summary>
/// <param name="FormatVersion">The form of this record and of the files it names: <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The snapshot's number, from 1, growing by publish.</param>
/// <param name="ShardCount">The number of shards of tables split by student.</param>
/// <param name="Sources">What each source (<c>sis</c>, <c>lms</c>, …) holds, by its name.</param>
public sealed record SnapshotManifest(
    int FormatVersion, long Version, int ShardCount, IReadOnlyDictionary<string, SnapshotSource> Sources)
{
    /// <summary>The form that this release writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The manifest as UTF-8 JSON: sources and tables in ordinal order, shards by number, no white space.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(Sorted(), SnapshotJson.Default.SnapshotManifest);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="SnapshotException"><c>snapshot.manifest_invalid</c>: it is not JSON of this form, or of a newer one.</exception>
    public static SnapshotManifest Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(utf8, SnapshotJson.Default.SnapshotManifest);
            return manifest is { FormatVersion: CurrentFormat, Version: >= 0, ShardCount: >= 1 and <= StudentShard.MaxShards }
                && manifest.Sources.Values.All(IsWhole)
                ? manifest
                : throw Invalid(null);
        }
        catch (JsonException exception)
        {
            throw Invalid(exception);
        }
    }

    // The serializer lets null stand for a value of a dictionary or list.
    private static bool IsWhole(SnapshotSource? source) =>
        source is not null && source.Tables.Values.All(table => table is not null && table.Shards.All(shard => shard is not null));

    private SnapshotManifest Sorted() => this with
    {
        Sources = Sort(Sources, source => source with
        {
            Tables = Sort(source.Tables, table => new SnapshotTable([.. table.Shards.OrderBy(shard => shard.Shard)])),
        }),
    };

    private static SortedDictionary<string, T> Sort<T>(IReadOnlyDictionary<string, T> values, Func<T, T> inner)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            sorted.Add(name, inner(value));
        }

        return sorted;
    }

    private static SnapshotException Invalid(Exception? cause) => new(
        "snapshot.manifest_invalid",
        $"The manifest is not of format {CurrentFormat}. Update the app if a newer one wrote it; else rebuild the district's snapshot.",
        cause);
}
