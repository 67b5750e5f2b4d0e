using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Publishes a candidate: protect it against the newest release, write its files, switch readers to it.</summary>
public sealed class ReleasePublication(
    IBlobStore blobs, StateReleases releases, RollupRecords records, CandidateAssembly assembly, StateDataSets sets, ReleaseCalendars calendars, ContributionUses uses,
    TimeProvider time)
{
    /// <summary>
    /// Says what there is to protect of the candidate against every release up to now; it may have been made before the newest of them. A rollup that was collected
    /// meanwhile is none to be released: <c>release.no_candidate</c>. May run twice.
    /// </summary>
    public async Task<CandidateRun> PrepareAsync(string state, int number, CancellationToken cancellationToken)
    {
        var release = await RequireAsync(state, number, cancellationToken);
        var released = await releases.FindReleasedAsync(state, cancellationToken);
        if (release.State != ReleaseState.Preparing || released >= number)
        {
            return new CandidateRun(release.Rollup, released, 0);
        }

        var id = RollupId.Parse(release.Rollup);
        if (await records.FindAsync(id, cancellationToken) is not { State: RollupState.Candidate })
        {
            await releases.ChangeAsync(state, number, made => made with { State = ReleaseState.Failed, ReasonCode = "release.no_candidate" }, cancellationToken);
            return new CandidateRun(release.Rollup, released, 0);
        }

        return await assembly.PlanAsync(id, released, cancellationToken);
    }

    /// <summary>
    /// Puts together what was protected. Where the protection of more cells cannot be shown than the calendar allows it does not release it: that fails with <c>release.unproven</c>
    /// and is left to a person. May run twice.
    /// </summary>
    public async Task AcceptAsync(string state, int number, int protectedAgainst, CancellationToken cancellationToken)
    {
        var release = await RequireAsync(state, number, cancellationToken);
        if (release.State != ReleaseState.Preparing || protectedAgainst >= number)
        {
            return;
        }

        var id = RollupId.Parse(release.Rollup);
        var candidate = await assembly.RunAsync(id, protectedAgainst, cancellationToken);
        await records.ChangeAsync(id, rollup => rollup with { ProtectedAgainst = protectedAgainst, Protection = candidate.Report }, cancellationToken);
        var isForAPerson = release.Kind == ReleaseKind.Scheduled
            && candidate.Report.Unproven > ((await calendars.FindAsync(state, cancellationToken))?.MostUnproven ?? 0);
        await releases.ChangeAsync(
            state,
            number,
            made => isForAPerson
                ? made with { State = ReleaseState.Failed, ReasonCode = "release.unproven" }
                : made with { ProtectedAgainst = protectedAgainst, Exports = StateDataSets.Prefix(state, number) },
            cancellationToken);
    }

    /// <summary>Writes the files. May run twice.</summary>
    public async Task WriteAsync(string state, int number, CancellationToken cancellationToken)
    {
        var release = await RequireAsync(state, number, cancellationToken);
        if (release.State == ReleaseState.Preparing)
        {
            await sets.WriteAsync(release, cancellationToken);
        }
    }

    /// <summary>
    /// Switches readers to the release, unless it failed, or was protected against another release than the newest that readers can have: then
    /// it fails with <c>release.outdated</c> and has to be asked for again. May run twice.
    /// </summary>
    public async Task SwitchAsync(string state, int number, CancellationToken cancellationToken)
    {
        var release = await RequireAsync(state, number, cancellationToken);
        if (release.State == ReleaseState.Preparing && release.ProtectedAgainst != await releases.FindReleasedAsync(state, cancellationToken))
        {
            release = await releases.ChangeAsync(state, number, made => made with { State = ReleaseState.Failed, ReasonCode = "release.outdated" }, cancellationToken);
        }

        if (release.State == ReleaseState.Failed)
        {
            return;
        }

        var id = RollupId.Parse(release.Rollup);
        foreach (var input in await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken))
        {
            if (input.Version is { } version)
            {
                await uses.HoldAsync(DistrictId.Parse(input.District), version, id.ToString(), null, cancellationToken);
            }
        }

        // The record first: whoever is switched to it finds it complete, and a release counts as one that can be had before anybody has it.
        release = await releases.ChangeAsync(state, number, made => made with { State = ReleaseState.Released, ReleasedAt = time.GetUtcNow() }, cancellationToken);
        if (release.State != ReleaseState.Released)
        {
            return;
        }

        await records.ChangeAsync(id, rollup => rollup.Release == number ? rollup : rollup with { Release = number }, cancellationToken);
        await releases.SwitchAsync(state, new ReleasedPointer(number, release.Rollup, release.ProtectedAgainst!.Value), cancellationToken);
    }

    /// <summary>Notes down that a release failed; what was published before still is. May run twice.</summary>
    public Task FailAsync(string state, int number, string errorType, CancellationToken cancellationToken) =>
        releases.ChangeAsync(state, number, made => made with { State = ReleaseState.Failed, ReasonCode = $"release.failed ({errorType})" }, cancellationToken);

    private async Task<StateRelease> RequireAsync(string state, int number, CancellationToken cancellationToken) =>
        await releases.FindAsync(state, number, cancellationToken) ?? throw new InvalidOperationException("release.unknown: there is no such release.");
}
