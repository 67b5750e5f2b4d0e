using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Drops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Http;

/// <summary>Takes the decisions of people on drops.</summary>
public sealed class DecisionFunctions(DropDecisions decisions)
{
    [Function("DecideDrop")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/drops/{dropId}/decision")] HttpRequest request,
        string dropId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.ReadAsync(request, AppJson.Default.DecisionRequest, cancellationToken);
        if (Decider.Of(asked.By) is not { } by)
        {
            return new Problem(400, "decision.by_missing", "Who decides is missing", "Give \"by\": a name of 1 to 100 characters; it is kept with the drop.");
        }

        var reason = string.IsNullOrWhiteSpace(asked.Reason) ? null : asked.Reason.Trim();
        if (reason is { Length: > DropDecision.MaxReason })
        {
            return new Problem(400, "decision.reason_too_long", "The reason is too long", $"Give a \"reason\" of at most {DropDecision.MaxReason} characters, or none.");
        }

        var starter = new DurableDropStarter(client);
        return asked.Decision switch
        {
            _ when !DropIds.IsWellFormed(dropId) => Problem.UnknownDrop(),
            "release" => Answer(await decisions.ReleaseAsync(dropId, by, starter, cancellationToken, reason)),
            "discard" => Answer(await decisions.DiscardAsync(dropId, by, starter, cancellationToken, reason)),
            "redrive" => Answer(await decisions.RedriveAsync(dropId, by, starter, cancellationToken, reason)),
            _ => new Problem(400, "decision.unknown", "No such decision", "Give \"decision\": release, discard or redrive."),
        };
    }

    private static IResult Answer(DecisionResult result) => result.Outcome switch
    {
        DecisionOutcome.Done => new JsonAnswer<Drop>(result.Drop!, PipelineJson.Default.Drop),
        DecisionOutcome.NotFound => Problem.UnknownDrop(),
        DecisionOutcome.BaseChanged => new Problem(
            409, "drop.base_changed", "Another version was published", "The drop was judged against a version that is no longer the published one. Redrive it to have it judged anew, or discard it: the next complete drop goes on as usual."),
        _ => new Problem(
            409, "drop.not_possible", "The decision does not fit", $"The drop is {result.Drop!.State}. Release fits Held; discard fits Held and Queued; redrive fits Failed, Rejected and Held."),
    };
}
