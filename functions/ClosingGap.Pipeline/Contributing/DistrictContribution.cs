using ClosingGap.Domain.Milestones;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Merges the lines of all shards to what a version of a district contributes to its state.</summary>
public sealed class DistrictContribution(IBlobStore blobs)
{
    private static readonly IComparer<ContributionLine> s_byKey =
        Comparer<ContributionLine>.Create(static (one, other) => string.CompareOrdinal(one.Key, other.Key));

    /// <summary>Writes the lines, by key, and then the index. May run twice.</summary>
    internal async Task WriteAsync(
        DistrictId district,
        DropRun run,
        ComputeContext context,
        long version,
        IReadOnlyList<ResultShard> shards,
        IReadOnlyDictionary<string, string> schoolNames,
        CancellationToken cancellationToken)
    {
        var files = shards.Select(shard => ContributionPaths.Shard(district, shard.Version, shard.Shard)).ToList();
        for (var part = 0; files.Count > SortedMerge.FanIn; part++)
        {
            var merged = ContributionPaths.Part(district, run, part);
            await blobs.WriteLinesAsync(CuratedPaths.Container, merged, Merged(files.Take(SortedMerge.FanIn)), PipelineJson.Default.ContributionLine, cancellationToken);
            files.RemoveRange(0, SortedMerge.FanIn);
            files.Add(merged);
        }

        var schools = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rows = await blobs.WriteLinesAsync(
            CuratedPaths.Container, ContributionPaths.Lines(district, version), WithSchools(Merged(files)), PipelineJson.Default.ContributionLine, cancellationToken);
        var measures = StateMeasures.Of(new MilestoneSet(context.Milestones).InForceOn(context.AsOf));
        var withoutStateId = context.StateId is null ? 0 : shards.Sum(shard => shard.WithoutStateId);

        // A column of ids that is blank throughout is no column of ids.
        var index = new ContributionIndex(
            district.ToString(), version, context.AsOf, context.SchoolYear, context.StateId is not null && (rows == 0 || withoutStateId < rows), rows, withoutStateId, measures, schools);
        await blobs.WriteJsonAsync(
            CuratedPaths.Container, ContributionPaths.Index(district, version), index, PipelineJson.Default.ContributionIndex, cancellationToken);

        IAsyncEnumerable<ContributionLine> Merged(IEnumerable<string> paths) => SortedMerge.MergeAsync(
            [.. paths.Select(path => blobs.ReadLinesAsync(CuratedPaths.Container, path, PipelineJson.Default.ContributionLine, cancellationToken))],
            s_byKey,
            cancellationToken);

        async IAsyncEnumerable<ContributionLine> WithSchools(IAsyncEnumerable<ContributionLine> lines)
        {
            await foreach (var line in lines)
            {
                schools[line.School] = schoolNames.GetValueOrDefault(line.School, line.School);
                yield return line;
            }
        }
    }

    /// <summary>Writes the lines of one shard, by key.</summary>
    internal Task WriteShardAsync(DistrictId district, long version, int shard, List<ContributionLine> lines, CancellationToken cancellationToken)
    {
        lines.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return blobs.WriteLinesAsync(
            CuratedPaths.Container, ContributionPaths.Shard(district, version, shard), lines.ToAsyncEnumerable(), PipelineJson.Default.ContributionLine, cancellationToken);
    }
}
