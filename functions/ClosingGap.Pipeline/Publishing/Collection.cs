using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>Removes what nobody reads any more: the run's own files, and documents of versions before the one that was published last.</summary>
public sealed class Collection(IBlobStore blobs, IDocumentStore documents, DropRecords records, PublishedVersions published, ContributionCollection contributions)
{
    private const int PageSize = 200;

    /// <summary>Collects after a run. May run twice; what is gone is gone.</summary>
    public async Task RunAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        if (!DistrictId.TryParse(drop.District, out var district))
        {
            return;
        }

        await RemoveWorkAsync(district, cancellationToken);
        if (drop.State == DropState.Published && await published.FindAsync(district, cancellationToken) is { } current)
        {
            await RemoveDocumentsAsync(district, current.Value.Version, cancellationToken);
            await RemoveResultsAsync(district, current.Value.Version, cancellationToken);
            await contributions.RunAsync(district, current.Value.Version, cancellationToken);
        }
    }

    /// <summary>
    /// Removes the results of older versions that the published one does not consist of: they hold names. A later run reads those of a
    /// published version only, so that none which this one refers to, and none newer than it, is touched.
    /// </summary>
    private async Task RemoveResultsAsync(DistrictId district, long version, CancellationToken cancellationToken)
    {
        var index = await blobs.FindJsonAsync(
            CuratedPaths.Container, CuratedPaths.ResultIndex(district, version), PipelineJson.Default.ResultIndex, cancellationToken);
        if (index is null)
        {
            return;
        }

        var kept = index.Shards.Select(shard => CuratedPaths.ResultLines(district, shard.Version, shard.Shard))
            .Concat(index.Shards.Select(shard => CuratedPaths.ResultCounts(district, shard.Version, shard.Shard)))
            .Concat(index.Shards.Select(shard => ContributionPaths.Shard(district, shard.Version, shard.Shard)))
            .ToHashSet(StringComparer.Ordinal);
        var prefix = CuratedPaths.Results(district);
        var old = new List<string>();
        await foreach (var blob in blobs.ListAsync(CuratedPaths.Container, prefix, cancellationToken))
        {
            if (!kept.Contains(blob.Path)
                && long.TryParse(blob.Path[prefix.Length..].Split('/')[0], System.Globalization.CultureInfo.InvariantCulture, out var made)
                && made < version)
            {
                old.Add(blob.Path);
            }
        }

        foreach (var path in old)
        {
            await blobs.DeleteAsync(CuratedPaths.Container, path, cancellationToken);
        }
    }

    /// <summary>Removes the files of every attempt that has ended, also of one that died before it came to this.</summary>
    private async Task RemoveWorkAsync(DistrictId district, CancellationToken cancellationToken)
    {
        var prefix = CuratedPaths.Works(district);
        var files = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(CuratedPaths.Container, prefix, cancellationToken))
        {
            var attempt = blob.Path[prefix.Length..].Split('/')[0];
            (files.TryGetValue(attempt, out var known) ? known : files[attempt] = []).Add(blob.Path);
        }

        foreach (var (attempt, paths) in files)
        {
            if (await IsAtWorkAsync(attempt, cancellationToken))
            {
                continue;
            }

            foreach (var path in paths)
            {
                await blobs.DeleteAsync(CuratedPaths.Container, path, cancellationToken);
            }
        }
    }

    private async Task<bool> IsAtWorkAsync(string work, CancellationToken cancellationToken)
    {
        var at = work.LastIndexOf('-');
        return at > 0
            && int.TryParse(work[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var attempt)
            && (await records.FindAsync(work[..at], cancellationToken))?.Value is { } drop
            && !drop.State.IsFinal() && drop.State != DropState.Held && drop.Attempt == attempt;
    }

    /// <summary>Keeps the published version: a reader reads the pointer and then its documents, and asks again when they are gone.</summary>
    private async Task RemoveDocumentsAsync(DistrictId district, long version, CancellationToken cancellationToken)
    {
        var schools = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var number in await VersionsAsync(district, cancellationToken))
        {
            var index = await blobs.FindJsonAsync(
                CuratedPaths.Container, CuratedPaths.ResultIndex(district, number), PipelineJson.Default.ResultIndex, cancellationToken);
            schools.UnionWith(index?.Schools ?? []);
        }

        foreach (var school in schools)
        {
            var partition = DocumentKeys.SchoolPartition(district, school);
            await RemoveBeforeAsync(partition, DocumentKeys.CaseloadPrefix(district, school), version, cancellationToken);
            await RemoveBeforeAsync(partition, DocumentKeys.SchoolSummaryPrefix(district, school), version, cancellationToken);
            await RemoveBeforeAsync(partition, DocumentKeys.SchoolGapsPrefix(district, school), version, cancellationToken);
        }

        var ofDistrict = DocumentKeys.Lane(district).Partition;
        await RemoveBeforeAsync(ofDistrict, DocumentKeys.DistrictSummaryPrefix(district), version, cancellationToken);
        await RemoveBeforeAsync(ofDistrict, DocumentKeys.DistrictGroupsPrefix(district), version, cancellationToken);
        await RemoveBeforeAsync(ofDistrict, DocumentKeys.DistrictGapsPrefix(district), version, cancellationToken);
    }

    private async Task<IReadOnlyList<long>> VersionsAsync(DistrictId district, CancellationToken cancellationToken)
    {
        const string Suffix = ".results.json";
        var versions = new List<long>();
        var prefix = Ingest.Snapshot.SnapshotPaths.VersionPrefix(district.State, district.LocalId);
        await foreach (var blob in blobs.ListAsync(CuratedPaths.Container, prefix, cancellationToken))
        {
            if (blob.Path.EndsWith(Suffix, StringComparison.Ordinal)
                && long.TryParse(blob.Path[prefix.Length..^Suffix.Length], System.Globalization.CultureInfo.InvariantCulture, out var version))
            {
                versions.Add(version);
            }
        }

        return [.. versions.OrderDescending().Take(2)];
    }

    /// <summary>Ids of one prefix are in the order of versions, so what is older comes first.</summary>
    private async Task RemoveBeforeAsync(string partition, string prefix, long version, CancellationToken cancellationToken)
    {
        var first = prefix + DocumentKeys.Number(version);
        while (true)
        {
            var page = await documents.ListAsync(partition, prefix, null, PageSize, cancellationToken);
            var old = page.Documents.Where(document => string.CompareOrdinal(document.Id, first) < 0).ToList();
            foreach (var document in old)
            {
                await documents.DeleteAsync(partition, document.Id, document.ETag, cancellationToken);
            }

            if (old.Count < page.Documents.Count || page.NextAfter is null)
            {
                return;
            }
        }
    }
}
