using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Http;

/// <summary>Asks for rollups of a state, reads them, and releases one as a correction.</summary>
public sealed class RollupFunctions(RollupRequests requests, RollupRecords records, RollupReader reader, RegisteredStates states, ReleaseRequests releases)
{
    private const int DefaultPageSize = 50;
    private const int DefaultDistricts = 200;
    private const int MaxReasonLength = 500;

    [Function("StartRollup")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/states/{state}/rollups")] HttpRequest request,
        string state,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.FindAsync(request, AppJson.Default.RollupRequest, cancellationToken);
        return await requests.RequestAsync(state, Decider.Of(asked?.By) ?? "api", new DurableRollupStarter(client), cancellationToken) is { } rollup
            ? new JsonAnswer<Rollup>(rollup, PipelineJson.Default.Rollup, 202) { Location = $"/api/v1/states/{state}/rollups/{rollup.Id}" }
            : StateProblems.NoDistricts();
    }

    [Function("ListRollups")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/rollups")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        await states.IsKnownAsync(state, cancellationToken)
            ? new JsonAnswer<RollupList>(
                await records.ListAsync(state, Paging.After(request), Paging.PageSize(request, DefaultPageSize), cancellationToken), PipelineJson.Default.RollupList)
            : StateProblems.NoDistricts();

    [Function("GetRollup")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/rollups/{rollup}")] HttpRequest request,
        string state,
        string rollup,
        CancellationToken cancellationToken) =>
        RollupId.TryParse(rollup, out var id) && id.State == state
        && await reader.FindAsync(id, Paging.After(request), Paging.PageSize(request, DefaultDistricts), cancellationToken) is { } found
            ? new JsonAnswer<RollupDetails>(found, PipelineJson.Default.RollupDetails)
            : StateProblems.UnknownRollup();

    [Function("ReleaseRollup")]
    public async Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/states/{state}/rollups/{rollup}/release")] HttpRequest request,
        string state,
        string rollup,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.FindAsync(request, AppJson.Default.ReleaseRequest, cancellationToken);
        if (asked?.Reason?.Trim() is not { Length: >= 1 and <= MaxReasonLength } reason || reason.Any(char.IsControl))
        {
            return StateProblems.NoReason();
        }

        if (!RollupId.TryParse(rollup, out var id) || id.State != state)
        {
            return StateProblems.UnknownRollup();
        }

        var result = await releases.CorrectAsync(id, reason, Decider.Of(asked.By) ?? "api", new DurableRollupStarter(client), cancellationToken);
        return result.Release is { } release
            ? new JsonAnswer<StateRelease>(release, PipelineJson.Default.StateRelease, 202) { Location = $"/api/v1/states/{state}/releases/{release.Number}" }
            : StateProblems.Of(result.Outcome);
    }
}
