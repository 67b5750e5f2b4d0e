using System.Security.Cryptography;
using System.Text.Json;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Finds what the computation of every shard shares: the school year of the data, the as-of date, how attendance is given.</summary>
public sealed class ComputeContextBuilder(IBlobStore blobs, SnapshotStore snapshots, DistrictProfiles profiles, StateMilestones states, LmsContexts lms)
{
    /// <summary>Raised when equal inputs give other verdicts or another document than before.</summary>
    private const int RulesVersion = 9;

    /// <summary>The context of a version.</summary>
    public async Task<ComputeContext> BuildAsync(
        DistrictId district, DistrictRegistration registration, SnapshotManifest manifest, bool scrub, CancellationToken cancellationToken)
    {
        var primary = Primary(manifest);
        var source = registration.FindSource(primary) ?? registration.Sources[0];
        var settings = (await profiles.GetAsync(source, cancellationToken)).Settings;
        var held = manifest.Sources[primary];
        var bound = held.AsOf ?? held.ReceivedOn ?? DateOnly.MaxValue;
        var year = await SchoolYearOfData.FindAsync(snapshots, district, manifest, held.SchoolYear ?? registration.SchoolYear, bound, cancellationToken);
        var facts = await AttendanceAsync(district, manifest, cancellationToken);
        var submitted = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var (school, date) in facts.LastSubmitted)
        {
            submitted[school] = date < year.LastDay ? date : year.LastDay;
        }

        var context = new ComputeContext(
            year.SchoolYear,
            year.FirstDay,
            year.LastDay,
            held.AsOf ?? AsOf(bound, year, submitted),
            settings.Capture ?? AttendanceCaptureDetection.Decide(facts.PresentRows, facts.AllRows),
            submitted,
            Tables(manifest),
            await lms.BuildAsync(district, manifest, cancellationToken),
            year.DistrictSourcedId,
            settings.Milestones.Apply(DefaultMilestones.Set, await states.ChoiceAsync(district.State, cancellationToken)).Definitions,
            source.Profile,
            scrub,
            "",
            "")
        {
            StateId = settings.StateId,
            Groups = settings.Groups,
        };
        context = context with
        {
            Rules = Rules(context.Milestones, settings),
            GrowthNorms = await GrowthNorms.FindAsync(snapshots, district, manifest, context, settings.Verdicts.Growth, cancellationToken),
        };
        return context with { Hash = Hash(context, manifest, settings) };
    }

    /// <summary>The key of a shard's result: what goes into its verdicts.</summary>
    public static string ShardKey(ComputeContext context, SnapshotManifest manifest, int shard)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(context.Hash));
        AppendFiles(hash, manifest, table => table.IsSharded, shard);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The earlier of the day of the drop and the last instructional or measured day of the school year.</summary>
    private static DateOnly AsOf(DateOnly bound, SchoolYearOfData year, SortedDictionary<string, DateOnly> submitted)
    {
        var last = year.LastInstructionalDay;
        foreach (var date in submitted.Values)
        {
            last = last is null || date > last ? date : last;
        }

        var end = last ?? year.LastDay;
        return bound < end ? bound : end;
    }

    private async Task<AttendanceFacts> AttendanceAsync(DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var facts = new AttendanceFacts(new SortedDictionary<string, DateOnly>(StringComparer.Ordinal), 0, 0);
        foreach (var snapshot in manifest.Sources.Values)
        {
            if (snapshot.Tables.TryGetValue("attendance", out var attendance))
            {
                foreach (var file in attendance.Shards)
                {
                    facts = facts.Merge(await blobs.ReadJsonAsync(
                        CuratedPaths.Container, CuratedPaths.Facts(district, file.Sha256), PipelineJson.Default.AttendanceFacts, cancellationToken));
                }
            }
        }

        return facts;
    }

    /// <summary>The source that holds the roster; its date and school year are the verdicts'.</summary>
    private static string Primary(SnapshotManifest manifest) =>
        manifest.Sources.FirstOrDefault(source => source.Value.Tables.ContainsKey("users")).Key ?? manifest.Sources.Keys.Order(StringComparer.Ordinal).First();

    private static SnapshotTables Tables(SnapshotManifest manifest)
    {
        var held = SnapshotTables.None;
        foreach (var flag in Enum.GetValues<SnapshotTables>())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(flag.ToString());
            if (flag is not (SnapshotTables.None or SnapshotTables.All) && manifest.Sources.Values.Any(source => source.Tables.ContainsKey(name)))
            {
                held |= flag;
            }
        }

        return held;
    }

    private static string Rules(IReadOnlyList<MilestoneDefinition> milestones, ProfileSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(RulesVersion));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(settings.Verdicts, PipelineJson.Default.VerdictSettings));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(milestones, PipelineJson.Default.IReadOnlyListMilestoneDefinition));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Hash(ComputeContext context, SnapshotManifest manifest, ProfileSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(RulesVersion));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(context with { Scrub = false }, PipelineJson.Default.ComputeContext));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(settings.Verdicts, PipelineJson.Default.VerdictSettings));
        AppendFiles(hash, manifest, table => !table.IsSharded, 0);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendFiles(IncrementalHash hash, SnapshotManifest manifest, Func<CanonicalTable, bool> which, int shard)
    {
        foreach (var (source, snapshot) in manifest.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (name, table) in snapshot.Tables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (!which(CanonicalTables.Get(name)))
                {
                    continue;
                }

                foreach (var file in table.Shards.Where(file => file.Shard == shard))
                {
                    hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{source}/{name}/{file.Sha256}\n"));
                }
            }
        }
    }
}
