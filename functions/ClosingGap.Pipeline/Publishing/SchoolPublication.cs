using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>Writes the caseloads and summaries of schools. Their ids carry the version: no reader sees them before the switch.</summary>
public sealed class SchoolPublication(
    IBlobStore blobs, IDocumentStore documents, DropRecords records, LaneStore lanes, VersionInProgress version, IOptions<PipelineOptions> options)
{
    /// <summary>How many schools one step writes.</summary>
    public const int SchoolsInGroup = 16;

    /// <summary>Merges the counts, which name the schools. May run twice.</summary>
    public async Task<PublishPlan> PlanAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var manifest = await version.ManifestAsync(district, run, cancellationToken);
        var shards = await version.ShardsAsync(district, run, manifest.ShardCount, cancellationToken);
        var counts = await version.MergeCountsAsync(district, shards, cancellationToken);
        await blobs.WriteJsonAsync(CuratedPaths.Container, CuratedPaths.Counts(district, run), counts, PipelineJson.Default.DistrictCounts, cancellationToken);
        var groups = (counts.Schools.Count + SchoolsInGroup - 1) / SchoolsInGroup;
        await records.ChangeAsync(drop.Id, run.Attempt, d => d with { Progress = new DropProgress("publish", 0, groups + 1) }, cancellationToken);
        return new PublishPlan(groups);
    }

    /// <summary>Writes one group of schools. May run twice.</summary>
    public async Task RunAsync(DropRun run, int group, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var manifest = await version.ManifestAsync(district, run, cancellationToken);
        var context = await version.ContextAsync(district, run, cancellationToken);
        var shards = await version.ShardsAsync(district, run, manifest.ShardCount, cancellationToken);
        var counts = await version.CountsAsync(district, run, cancellationToken);
        var names = await version.SchoolNamesAsync(district, manifest, cancellationToken);
        var schools = counts.Schools.Keys.Skip(group * SchoolsInGroup).Take(SchoolsInGroup).ToList();
        var caseloads = await CaseloadsAsync(district, shards, schools, cancellationToken);
        var writes = new List<DocumentWrite>();
        foreach (var school in schools)
        {
            var pages = Pages(district, school, manifest.Version, context.AsOf, caseloads[school]);
            foreach (var page in pages)
            {
                writes.Add(DocumentKeys.CaseloadPage(district, school, manifest.Version, page.Page).Write(page, PipelineJson.Default.CaseloadPage));
            }

            var figures = counts.Schools[school];
            var summary = new SchoolSummary(
                district.ToString(), school, names.GetValueOrDefault(school, school), manifest.Version, context.AsOf, context.SchoolYear,
                figures.InstructionalDays, pages.Count, figures.Total);
            writes.Add(DocumentKeys.SchoolSummary(district, school, manifest.Version).Write(summary, PipelineJson.Default.SchoolSummary));
            writes.AddRange(GapPages.OfSchool(district, school, manifest.Version, context, figures));
        }

        await documents.WriteAllAsync(writes, options.Value.DocumentBatchSize, cancellationToken);
    }

    private async Task<Dictionary<string, List<CaseloadEntry>>> CaseloadsAsync(
        DistrictId district, IReadOnlyList<ResultShard> shards, List<string> schools, CancellationToken cancellationToken)
    {
        var caseloads = schools.ToDictionary(school => school, _ => new List<CaseloadEntry>(), StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            await foreach (var line in ResultLines.ReadAsync(blobs, CuratedPaths.ResultLines(district, shard.Version, shard.Shard), cancellationToken))
            {
                foreach (var school in line.Schools)
                {
                    if (caseloads.TryGetValue(school, out var entries))
                    {
                        entries.Add(Entry(line));
                    }
                }
            }
        }

        return caseloads;
    }

    private static CaseloadEntry Entry(StudentLine line)
    {
        var statuses = new SortedDictionary<string, Domain.Milestones.VerdictStatus>(StringComparer.Ordinal);
        foreach (var (milestone, status) in line.Verdicts)
        {
            statuses[milestone] = status.Status;
        }

        return new CaseloadEntry(line.Key, line.GivenName, line.FamilyName, line.Grade, line.Priority, line.Band, statuses);
    }

    private List<CaseloadPage> Pages(DistrictId district, string school, long number, DateOnly asOf, List<CaseloadEntry> entries)
    {
        var sorted = entries
            .OrderByDescending(entry => entry.Priority)
            .ThenBy(entry => entry.FamilyName, StringComparer.Ordinal)
            .ThenBy(entry => entry.GivenName, StringComparer.Ordinal)
            .ThenBy(entry => entry.StudentKey, StringComparer.Ordinal)
            .Chunk(options.Value.CaseloadPageSize)
            .ToList();
        return [.. sorted.Select((chunk, index) => new CaseloadPage(district.ToString(), school, number, asOf, index + 1, sorted.Count, entries.Count, chunk))];
    }
}
