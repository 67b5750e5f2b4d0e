using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>What a state sets for its districts.</summary>
public sealed class StateFunctions(StateMilestones milestones)
{
    [Function("PutStateMilestones")]
    public async Task<IResult> PutMilestonesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "v1/states/{state}/milestones")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state)
            ? new JsonAnswer<StateMilestonesDocument>(
                await milestones.SaveAsync(state, await RequestBody.TextAsync(request, cancellationToken), cancellationToken), PipelineJson.Default.StateMilestonesDocument)
            : Unknown();

    [Function("GetStateMilestones")]
    public async Task<IResult> GetMilestonesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/milestones")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state) && await milestones.FindAsync(state, cancellationToken) is { } found
            ? new JsonAnswer<StateMilestonesDocument>(found, PipelineJson.Default.StateMilestonesDocument)
            : Unknown();

    private static Problem Unknown() => new(
        404, "state.unknown", "No such state, or it set nothing", "A state is two capital letters, for example TX. One that set no milestones follows those that come with the product.");
}
