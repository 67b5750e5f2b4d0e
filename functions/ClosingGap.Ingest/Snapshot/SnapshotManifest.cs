using System.Text.Json;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>A version of a district's snapshot: which content-addressed files make it. Immutable; equal versions give equal bytes.</summary>
/// <param name="FormatVersion">The form of this record and of the files it names: <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The snapshot's number, from 1, growing by publish.</param>
/// <param name="ShardCount">The number of shards of tables split by student.</param>
/// <param name="Sources">What each source (<c>sis</c>, <c>lms</c>, …) holds, by its name.</param>
public sealed record SnapshotManifest(
    int FormatVersion, long Version, int ShardCount, SortedDictionary<string, SnapshotSource> Sources)
{
    /// <summary>The form that this release writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The manifest as UTF-8 JSON, keys in ordinal order, without white space.</summary>
    public byte[] ToUtf8() => throw new NotImplementedException();

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="SnapshotException"><c>snapshot.manifest_invalid</c>: it is not JSON of this form, or of a newer one.</exception>
    public static SnapshotManifest Parse(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();
}
