using System.Runtime.CompilerServices;
using ClosingGap.Domain.Lms;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>
/// Finds, for each source with LMS data, its school year and as-of date. Measured is what students did (handed in, an activity, last active)
/// and work that the LMS calls missing, on the day it was due; a due date alone measures nothing, and nothing after the drop's date does. The
/// school year is that of the last measured day; the as-of date is the one the drop declares, else that day.
/// </summary>
public sealed class LmsContexts(IBlobStore blobs, SnapshotStore snapshots)
{
    /// <summary>The contexts, in the order of sources; none for a source without any row of an LMS.</summary>
    public async Task<IReadOnlyList<LmsContext>> BuildAsync(DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var contexts = new List<LmsContext>();
        YearSessions? sessions = null;
        foreach (var (source, held) in manifest.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var tables = TablesOf(held);
            if (tables == LmsTables.None)
            {
                continue;
            }

            var bound = held.AsOf ?? held.ReceivedOn ?? DateOnly.MaxValue;
            var measured = await LastMeasuredAsync(district, OfSource(manifest, source), bound, cancellationToken);
            if ((measured ?? bound) is var day && day == DateOnly.MaxValue)
            {
                continue;
            }

            sessions ??= await YearSessions.ReadAsync(snapshots, district, manifest, cancellationToken);
            var covering = sessions.Covering(day);
            var year = covering ?? YearSessions.ByMonth(day);
            var (first, last) = covering is null ? YearSessions.SpanByMonth(year) : sessions.Span(year);
            contexts.Add(new LmsContext(source, year, first, last, held.AsOf ?? day, tables, held.Tables.ContainsKey("users")));
        }

        return contexts;
    }

    /// <summary>A manifest of one source alone: what is read by it is that source's.</summary>
    internal static SnapshotManifest OfSource(SnapshotManifest manifest, string source) =>
        manifest with { Sources = new Dictionary<string, SnapshotSource>(StringComparer.Ordinal) { [source] = manifest.Sources[source] } };

    private static LmsTables TablesOf(SnapshotSource held)
    {
        var tables = LmsTables.None;
        foreach (var flag in Enum.GetValues<LmsTables>())
        {
            if (flag is not (LmsTables.None or LmsTables.All) && held.Tables.TryGetValue($"lms{flag}", out var table) && table.Shards.Any(shard => shard.Rows > 0))
            {
                tables |= flag;
            }
        }

        return tables;
    }

    /// <summary>The last measured day up to the bound; where nobody did anything, the last due date up to it; else null.</summary>
    private async Task<DateOnly?> LastMeasuredAsync(DistrictId district, SnapshotManifest manifest, DateOnly bound, CancellationToken cancellationToken)
    {
        DateOnly? last = null;
        var missing = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var moments in MomentsAsync(district, manifest, cancellationToken))
        {
            last = Later(last, moments.LastThrough(bound));
            missing.UnionWith(moments.MissingWork);
        }

        DateOnly? due = null;
        foreach (var part in await snapshots.ReadAsync(
            district, manifest, CanonicalTables.Get("lmsAssignments"), 0, ["sourcedId", "dueDateTime"], cancellationToken))
        {
            var (ids, times) = (part.Texts("sourcedId"), part.DateTimes("dueDateTime"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (times[row] is { } time && DateOnly.FromDateTime(time) is var day && day <= bound)
                {
                    due = Later(due, day);
                    last = ids[row] is { } id && missing.Contains(id) ? Later(last, day) : last;
                }
            }
        }

        return last ?? due;
    }

    /// <summary>What each file says; kept by its content when it was applied, and read from it where that is not so.</summary>
    private async IAsyncEnumerable<LmsMoments> MomentsAsync(
        DistrictId district, SnapshotManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, held) in manifest.Sources.Values.Single().Tables)
        {
            if (LmsMoments.ColumnsOf(name) is not { Length: > 0 } columns)
            {
                continue;
            }

            foreach (var file in held.Shards)
            {
                var path = CuratedPaths.Facts(district, file.Sha256);
                if (await blobs.FindJsonAsync(CuratedPaths.Container, path, PipelineJson.Default.LmsMoments, cancellationToken) is { } known)
                {
                    yield return known;
                    continue;
                }

                foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get(name), file.Shard, columns, cancellationToken))
                {
                    yield return LmsMoments.Of(part);
                }
            }
        }
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
