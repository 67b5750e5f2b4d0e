using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Statistics;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Finds how the cohorts of a district grew: the one thing of a student's document for which the students of all shards are needed.</summary>
internal static class GrowthNorms
{
    private const string Results = "assessmentResults";

    /// <summary>The norms of the cohorts that are large enough, in ordinal order of their names.</summary>
    public static async Task<IReadOnlyList<GrowthNorm>> FindAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, ComputeContext context, GrowthSettings settings, CancellationToken cancellationToken)
    {
        if (!context.Tables.HasFlag(SnapshotTables.AssessmentResults))
        {
            return [];
        }

        var tests = await new UnsplitTables(snapshots, district, manifest, cancellationToken).AssessmentsAsync();
        var table = CanonicalTables.Get(Results);
        var scores = new SortedDictionary<string, List<Observation>>(StringComparer.Ordinal);
        for (var shard = 0; shard < manifest.ShardCount; shard++)
        {
            var byStudent = new Dictionary<string, List<AssessmentResult>>(StringComparer.Ordinal);
            foreach (var part in await snapshots.ReadAsync(district, manifest, table, shard, [table.StudentColumn!, .. RowMakers.Columns[Results]], cancellationToken))
            {
                var (students, make) = (part.Texts(table.StudentColumn!), RowMakers.Assessment(part));
                for (var row = 0; row < part.RowCount; row++)
                {
                    if (students[row] is { } student && make(row) is { } result)
                    {
                        (byStudent.TryGetValue(student, out var known) ? known : byStudent[student] = []).Add(result);
                    }
                }
            }

            foreach (var pair in byStudent.Values.SelectMany(results => GrowthPair.Of(results, tests, context.FirstDay, Through(context))))
            {
                (scores.TryGetValue(pair.Cohort, out var known) ? known : scores[pair.Cohort] = []).Add(new Observation(pair.PriorHundredths / 100d, pair.Hundredths / 100d));
            }
        }

        return [.. scores.Select(cohort => GrowthNorm.Of(cohort.Key, cohort.Value, settings.MinimumCohort)).OfType<GrowthNorm>()];
    }

    private static DateOnly Through(ComputeContext context) => context.AsOf < context.LastDay ? context.AsOf : context.LastDay;
}
