using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Snapshots;

/// <summary>Reads manifests and the tables that they name.</summary>
public sealed class SnapshotStore(IBlobStore blobs, PublishedVersions published)
{
    /// <summary>The manifest of the published version; null before the first.</summary>
    public async Task<SnapshotManifest?> FindPublishedAsync(DistrictId district, CancellationToken cancellationToken)
    {
        var pointer = await published.FindAsync(district, cancellationToken);
        return pointer is null
            ? null
            : await ReadManifestAsync(SnapshotPaths.Version(district.State, district.LocalId, pointer.Value.Version), cancellationToken);
    }

    /// <summary>Into how many shards the published version is split; null when nothing is published, or its manifest is lost.</summary>
    public async Task<int?> FindPublishedShardCountAsync(DistrictId district, CancellationToken cancellationToken)
    {
        try
        {
            return (await FindPublishedAsync(district, cancellationToken))?.ShardCount;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The manifest on which an input stands: of the input before it in the same run; else the published one. A rebuild begins with none.
    /// </summary>
    public async Task<SnapshotManifest?> FindBaseAsync(DistrictId district, Drop drop, DropRun run, CancellationToken cancellationToken) =>
        run.Input > 0 ? await ReadManifestAsync(CuratedPaths.Manifest(district, run with { Input = run.Input - 1 }), cancellationToken)
        : drop.Kind == DropKind.Rebuild ? null
        : await FindPublishedAsync(district, cancellationToken);

    /// <summary>The manifest at a path.</summary>
    public async Task<SnapshotManifest> ReadManifestAsync(string path, CancellationToken cancellationToken)
    {
        using var content = await ReadAsync(path, cancellationToken);
        return SnapshotManifest.Parse(content.ToArray());
    }

    /// <summary>Reads columns of one shard of a table, one result for each source that has it.</summary>
    public async Task<IReadOnlyList<CanonicalColumns>> ReadAsync(
        DistrictId district, SnapshotManifest manifest, CanonicalTable table, int shard, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var parts = new List<CanonicalColumns>();
        foreach (var (source, snapshot) in manifest.Sources)
        {
            if (!snapshot.Tables.TryGetValue(table.Name, out var held))
            {
                continue;
            }

            foreach (var file in held.Shards.Where(file => file.Shard == shard))
            {
                parts.Add(await ReadFileAsync(district, source, table, file, columns, cancellationToken));
            }
        }

        return parts;
    }

    /// <summary>Reads one shard of several tables: the named columns of each, and the one with the student's id.</summary>
    public async Task<Dictionary<string, IReadOnlyList<CanonicalColumns>>> ReadShardAsync(
        DistrictId district, SnapshotManifest manifest, int shard, IReadOnlyDictionary<string, string[]> columns, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, IReadOnlyList<CanonicalColumns>>(StringComparer.Ordinal);
        foreach (var (name, names) in columns)
        {
            var table = CanonicalTables.Get(name);
            tables[name] = await ReadAsync(district, manifest, table, shard, [table.StudentColumn!, .. names], cancellationToken);
        }

        return tables;
    }

    /// <summary>Reads columns of one file of a source's table.</summary>
    public async Task<CanonicalColumns> ReadFileAsync(
        DistrictId district, string source, CanonicalTable table, SnapshotShard file, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var path = SnapshotPaths.Data(district.State, district.LocalId, source, table.Name, file.Shard, file.Sha256);
        using var content = await ReadAsync(path, cancellationToken);
        return await CanonicalParquet.ReadAsync(content, table, columns, cancellationToken);
    }

    /// <summary>Opens the file of one shard of a source's table as it is in memory; null when there is none.</summary>
    public async Task<Stream?> OpenAsync(
        DistrictId district, SnapshotManifest? manifest, string source, string table, int shard, CancellationToken cancellationToken)
    {
        var file = manifest?.Sources.GetValueOrDefault(source)?.Tables.GetValueOrDefault(table)?.Shards.FirstOrDefault(held => held.Shard == shard);
        return file is null
            ? null
            : await ReadAsync(SnapshotPaths.Data(district.State, district.LocalId, source, table, shard, file.Sha256), cancellationToken);
    }

    /// <summary>The ids that the snapshot holds of a table, over all shards and sources.</summary>
    public async IAsyncEnumerable<string> ReadIdsAsync(
        DistrictId district,
        SnapshotManifest manifest,
        CanonicalTable table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Id = "sourcedId";
        for (var shard = 0; shard < (table.IsSharded ? manifest.ShardCount : 1); shard++)
        {
            foreach (var part in await ReadAsync(district, manifest, table, shard, [Id], cancellationToken))
            {
                foreach (var id in part.Texts(Id))
                {
                    if (id is not null)
                    {
                        yield return id;
                    }
                }
            }
        }
    }

    private async Task<MemoryStream> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenReadAsync(CuratedPaths.Container, path, null, cancellationToken);
        var content = GC.AllocateUninitializedArray<byte>(checked((int)stream.Length));
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
    }
}
