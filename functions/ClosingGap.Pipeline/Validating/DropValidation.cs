using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Validation;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Validating;

/// <summary>Reads and checks every row of an input, writes the report, and stages the accepted rows by table and shard.</summary>
public sealed class DropValidation(
    IBlobStore blobs,
    DropRecords records,
    LaneStore lanes,
    DistrictRegistry registry,
    DistrictProfiles profiles,
    DropPackages packages,
    SnapshotStore snapshots,
    RepeatedDrops repeats,
    IOptions<PipelineOptions> options)
{
    /// <summary>The container of reports.</summary>
    public const string ReportContainer = "reports";

    /// <summary>The path of a drop's row-level report: JSON Lines.</summary>
    public static string ReportPath(DistrictId district, string dropId) => $"{district.State}/{district.LocalId}/{dropId}.jsonl";

    /// <summary>Validates one input. May run twice.</summary>
    public async Task<ValidationOutcome> RunAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var index = CuratedPaths.StagedIndex(district, run);
        if (await blobs.FindJsonAsync(CuratedPaths.Container, index, PipelineJson.Default.StagedIndex, cancellationToken) is { } staged)
        {
            return Outcome(staged);
        }

        await records.ChangeAsync(
            drop.Id, run.Attempt, d => d with { State = DropState.Validating, ReasonCode = null, Reason = null, Progress = new DropProgress("validate", 0, 0) }, cancellationToken);
        var input = drop.Inputs[run.Input] is var id && string.Equals(id, drop.Id, StringComparison.Ordinal) ? drop : await records.RequireAsync(id, cancellationToken);
        var registration = await registry.FindAsync(district, cancellationToken);
        if (registration?.FindSource(input.Source!) is not { } source)
        {
            return await RejectAsync(run, DropRejections.UnknownSource, DropRejections.UnknownSourceReason, d => d, cancellationToken);
        }

        try
        {
            var hash = await packages.HashAsync(input, cancellationToken);
            await records.ChangeAsync(drop.Id, run.Attempt, d => d with { ContentSha256 = hash, Profile = source.Profile }, cancellationToken);
            if (drop.Kind == DropKind.Drop && await repeats.FindAsync(district, input, hash, source.Profile, cancellationToken) is { } before)
            {
                return Outcome(await repeats.StageAsync(district, run, before, input, registration!, cancellationToken));
            }

            var profile = await profiles.GetAsync(source, cancellationToken);
            await using var package = await packages.OpenAsync(input, cancellationToken);
            return await StageAsync(new Request(run, drop, input, district, registration!, profile, package), cancellationToken);
        }
        catch (PackageRefusedException refused)
        {
            return await RejectAsync(run, refused.Code, refused.Message, d => d, cancellationToken);
        }
        catch (ProfileInvalidException)
        {
            return await RejectAsync(run, DropRejections.ProfileInvalid, DropRejections.ProfileInvalidReason, d => d, cancellationToken);
        }
    }

    private async Task<ValidationOutcome> StageAsync(Request request, CancellationToken cancellationToken)
    {
        var (run, drop, input, district, registration, profile, package) = request;
        var manifest = await snapshots.FindBaseAsync(district, drop, run, cancellationToken);
        var shardCount = manifest?.ShardCount
            ?? (drop.Kind == DropKind.Rebuild ? await snapshots.FindPublishedShardCountAsync(district, cancellationToken) : null)
            ?? ShardCount.For(package.Entries.Sum(entry => entry.Length), new ShardOptions { TargetBytes = options.Value.ShardTargetBytes });
        var folder = Directory.CreateDirectory(Path.Combine(
            options.Value.TemporaryFolder, string.Create(CultureInfo.InvariantCulture, $"{run.DropId}-{run.Attempt}-{run.Input}-{Guid.NewGuid():n}")));
        try
        {
            var summary = new DiagnosticSummary();
            var reportFile = Path.Combine(folder.FullName, "report.jsonl");
            ValidationResult result;
            IReadOnlyList<StagedTable> tables;
            await using (var sink = new StagingSink(folder.CreateSubdirectory("staged"), shardCount))
            {
                try
                {
                    result = await ReadAsync(request, manifest, reportFile, summary, sink, cancellationToken);
                }
                catch (PackageRefusedException refused)
                {
                    await UploadAsync(ReportContainer, ReportPath(district, input.Id), reportFile, "application/x-ndjson", cancellationToken);
                    return await RejectAsync(run, refused.Code, refused.Message, d => d with { Rules = ReceiptFigures.Rules(summary) }, cancellationToken);
                }

                tables = await sink.CompleteAsync(cancellationToken);
                await UploadAsync(ReportContainer, ReportPath(district, input.Id), reportFile, "application/x-ndjson", cancellationToken);
                if (result.IsRejected)
                {
                    return await RejectAsync(
                        run, result.FatalCode!, "The package breaks a rule that nothing may break; nothing of it was applied. " + DiagnosticTexts.Fix(result.FatalCode!),
                        d => ReceiptFigures.Describe(d, result, summary), cancellationToken);
                }

                foreach (var table in tables.Where(table => table.Path is not null))
                {
                    await UploadAsync(
                        CuratedPaths.Container, CuratedPaths.Staged(district, run, table.Table, table.Shard), table.Path!.FullName, "application/octet-stream", cancellationToken);
                }
            }

            var staged = new StagedIndex(
                input.Source!,
                shardCount,
                [
                    .. tables.GroupBy(table => (table.Table, table.Mode))
                        .Select(group => new StagedEntry(group.Key.Table, group.Key.Mode, [.. group.Where(table => table.Path is not null).Select(table => table.Shard)])),
                ],
                result.SchoolYears.Count == 0 ? null : result.SchoolYears.Max(),
                result.Files.Sum(file => file.RowsAccepted),
                input.DeclaredAsOf,
                DistrictRegistry.DayOf(registration, input.LastModified));
            var joinedTo = result.Joins is null ? null : JoinBase.HashOf(manifest);
            await records.ChangeAsync(drop.Id, run.Attempt, d => ReceiptFigures.Describe(d, result, summary) with { JoinedTo = joinedTo }, cancellationToken);
            await blobs.WriteJsonAsync(CuratedPaths.Container, CuratedPaths.StagedIndex(district, run), staged, PipelineJson.Default.StagedIndex, cancellationToken);
            return Outcome(staged);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads every row; the report is complete when this returns, and holds what was found so far when it throws.</summary>
    private async Task<ValidationResult> ReadAsync(
        Request request, SnapshotManifest? manifest, string reportFile, DiagnosticSummary summary, StagingSink sink, CancellationToken cancellationToken)
    {
        await using var file = File.Create(reportFile);
        await using var report = new JsonLinesDiagnosticWriter(file);
        var diagnostics = new DiagnosticFanout(summary, report);
        var validation = new ValidationRequest
        {
            Conformance = request.Profile.Conformance,
            Codes = DistrictCodes.Of(request.Profile),
            MappedTables = request.Profile.MapsTables
                ? await ProfileTables.OpenAsync(
                    request.Package, request.Profile, diagnostics, new ProfileOptions { DistrictZone = DistrictRegistry.ZoneOf(request.Registration) }, cancellationToken)
                : null,
            BaseReferences = (table, token) => manifest is not null && CanonicalTables.Find(table) is { } canonical
                && manifest.Sources.Values.Any(held => held.Tables.ContainsKey(table))
                    ? snapshots.ReadIdsAsync(request.District, manifest, canonical, token)
                    : null,
            JoinReferences = (table, token) => JoinBase.Read(snapshots, request.District, manifest, table, token),
        };
        return await PackageValidator.ValidateAsync(request.Package, validation, diagnostics, sink, cancellationToken);
    }

    private async Task<ValidationOutcome> RejectAsync(
        DropRun run, string code, string reason, Func<Drop, Drop> describe, CancellationToken cancellationToken)
    {
        await records.ChangeAsync(
            run.DropId, run.Attempt, d => describe(d) with { State = DropState.Rejected, ReasonCode = code, Reason = reason, Progress = null }, cancellationToken);
        return new ValidationOutcome(false, 0, false);
    }

    private async Task UploadAsync(string container, string path, string file, string contentType, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        await blobs.WriteAsync(container, path, content, contentType, cancellationToken);
    }

    private static ValidationOutcome Outcome(StagedIndex staged) =>
        new(true, staged.ShardCount, staged.Tables.Any(entry => CanonicalTables.Get(entry.Table).IsSharded));

    private sealed record Request(
        DropRun Run, Drop Drop, Drop Input, DistrictId District, DistrictRegistration Registration, DistrictProfile Profile, IPackage Package);
}
