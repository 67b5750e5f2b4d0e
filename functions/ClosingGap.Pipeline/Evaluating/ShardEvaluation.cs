using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Checks the rules on the students of one shard.</summary>
public sealed class ShardEvaluation(
    IBlobStore blobs, SnapshotStore snapshots, DistrictProfiles profiles, SchoolYearContexts contexts, Evaluations evaluations)
{
    /// <summary>What became of a student stands in the memberships and the marks.</summary>
    private static readonly Dictionary<string, string[]> s_ofOutcomes = RowMakers.Columns
        .Where(table => table.Key is "users" or "roles" or "schoolEnrollments" or "schoolEnrollmentHistory" or "enrollments" or "enrollmentHistory" or "gradingPeriodGrades")
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Checks one shard. May run twice.</summary>
    public async Task RunAsync(EvaluationRun run, int shard, CancellationToken cancellationToken)
    {
        var district = DistrictId.Parse(run.District);
        var evaluation = await evaluations.RequireAsync(district, run.EvaluationId, cancellationToken);
        var path = EvaluationPaths.Shard(district, evaluation.Id, shard);
        if (evaluation.State != EvaluationState.Running || await blobs.FindAsync(CuratedPaths.Container, path, cancellationToken) is not null)
        {
            return;
        }

        var plan = await blobs.ReadJsonAsync(
            CuratedPaths.Container, EvaluationPaths.Plan(district, evaluation.Id), PipelineJson.Default.EvaluationPlan, cancellationToken);
        var before = await SideAsync(district, evaluation.Version, plan.Before, cancellationToken);
        var after = evaluation.OutcomeVersion == evaluation.Version
            ? before
            : await SideAsync(district, evaluation.OutcomeVersion, plan.After, cancellationToken);
        var students = await ReadAsync(district, before, shard, cancellationToken);
        var ids = Enumerable.Range(0, students.Count).Select(students.SourcedId).ToHashSet(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, IReadOnlyList<Outcome>>(StringComparer.Ordinal);

        // Split otherwise, a student may be in any shard of the later version.
        var isSame = before.Manifest.ShardCount == after.Manifest.ShardCount;
        for (var other = isSame ? shard : 0; other < (isSame ? shard + 1 : after.Manifest.ShardCount); other++)
        {
            AddOutcomes(outcomes, ids, ReferenceEquals(before, after) ? students : await ReadAsync(district, after, other, cancellationToken, s_ofOutcomes), after, cancellationToken);
        }

        var result = Count(students, before, plan, outcomes, cancellationToken);
        await blobs.WriteJsonAsync(CuratedPaths.Container, path, result, PipelineJson.Default.EvaluationShard, cancellationToken);
    }

    private static void AddOutcomes(
        Dictionary<string, IReadOnlyList<Outcome>> outcomes, HashSet<string> ids, ShardStudents later, Side after, CancellationToken cancellationToken)
    {
        var none = new MilestoneSet([]);
        for (var i = 0; i < later.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ids.Contains(later.SourcedId(i)))
            {
                var student = later[i];
                outcomes[student.SourcedId] = StudentOutcomes.Of(student.Learning, StudentAssessment.Assess(student, after.Year, after.Settings, none), after.Year);
            }
        }
    }

    private static EvaluationShard Count(
        ShardStudents students, Side before, EvaluationPlan plan, Dictionary<string, IReadOnlyList<Outcome>> outcomes, CancellationToken cancellationToken)
    {
        var year = before.Year.SeenFrom(plan.AsOf);
        var milestones = new MilestoneSet(plan.Before.Milestones).InForceOn(plan.AsOf);
        var counts = OutcomeDefinition.All.Select(definition => new ShardOutcome(definition)).ToList();
        for (var i = 0; i < students.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = StudentAssessment.Assess(students[i], year, before.Settings, milestones);
            if (result.Schools.Count > 0)
            {
                counts.ForEach(count => count.Add(result, outcomes.GetValueOrDefault(result.SourcedId) ?? [], plan.AsOf));
            }
        }

        return new EvaluationShard([.. counts.Select(count => count.ToCounts())]);
    }

    private Task<ShardStudents> ReadAsync(
        DistrictId district, Side side, int shard, CancellationToken cancellationToken, IReadOnlyDictionary<string, string[]>? only = null) =>
        ShardStudents.ReadAsync(snapshots, district, side.Manifest, shard, side.Year, cancellationToken, only);

    private async Task<Side> SideAsync(DistrictId district, long version, ComputeContext context, CancellationToken cancellationToken)
    {
        var manifest = await snapshots.ReadManifestAsync(SnapshotPaths.Version(district.State, district.LocalId, version), cancellationToken);
        var settings = (await profiles.GetAsync(new SourceRegistration("", context.Profile), cancellationToken)).Settings.Verdicts;
        return new Side(manifest, settings, await contexts.GetAsync(district, manifest, context, settings, cancellationToken));
    }

    private sealed record Side(SnapshotManifest Manifest, VerdictSettings Settings, SchoolYearContext Year);
}
