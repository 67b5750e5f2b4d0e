using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Evaluating;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Http;

/// <summary>Asks for checks of a district's rules against what became of its students, and reads them.</summary>
public sealed class EvaluationFunctions(Evaluations evaluations, DistrictRegistry registry)
{
    [Function("StartEvaluation")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts/{district}/evaluations")] HttpRequest request,
        string district,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(district, out var id) || await registry.FindAsync(id, cancellationToken) is null)
        {
            return Problem.UnknownDistrict();
        }

        var asked = await RequestBody.FindAsync(request, AppJson.Default.EvaluationRequestBody, cancellationToken);
        var wanted = new EvaluationRequest(asked?.Version, asked?.OutcomeVersion, asked?.AsOf);
        if (await evaluations.RequestAsync(id, wanted, Decider.Of(asked?.By) ?? "api", cancellationToken) is not { } evaluation)
        {
            return new Problem(404, "evaluation.no_version", "No such version", "Nothing of that version is published, or the outcomes' version is older than the other. Leave both out for the newest.");
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(EvaluationOrchestration), new EvaluationRun(evaluation.District, evaluation.Id), new StartOrchestrationOptions(evaluation.Id), cancellationToken);
        return new JsonAnswer<Evaluation>(evaluation, PipelineJson.Default.Evaluation, 202) { Location = $"/api/v1/districts/{id}/evaluations/{evaluation.Id}" };
    }

    [Function("GetEvaluation")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/evaluations/{evaluation}")] HttpRequest request,
        string district,
        string evaluation,
        CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await evaluations.FindAsync(id, evaluation, cancellationToken) is { } found
            ? new JsonAnswer<Evaluation>(found, PipelineJson.Default.Evaluation)
            : new Problem(404, "evaluation.unknown", "No such check", "The district has no check of that id. POST …/evaluations asks for one.");
}
