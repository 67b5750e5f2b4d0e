using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rebuilding;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Http;

/// <summary>Reads drops and asks for rebuilds.</summary>
public sealed class DropFunctions(DropReader drops, DistrictRegistry registry, Rebuild rebuild)
{
    private const int DefaultPageSize = 50;

    [Function("ListDrops")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/drops")] HttpRequest request, string district, CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await registry.FindAsync(id, cancellationToken) is not null
            ? new JsonAnswer<DropPage>(await drops.ListAsync(id, Paging.After(request), Paging.PageSize(request, DefaultPageSize), cancellationToken), AppJson.Default.DropPage)
            : Problem.UnknownDistrict();

    [Function("GetDrop")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/drops/{dropId}")] HttpRequest request, string dropId, CancellationToken cancellationToken) =>
        await drops.FindAsync(dropId, cancellationToken) is { } drop
            ? new JsonAnswer<Drop>(drop, PipelineJson.Default.Drop)
            : Problem.UnknownDrop();

    [Function("RebuildDistrict")]
    public async Task<IResult> RebuildAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts/{district}/rebuild")] HttpRequest request,
        string district,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(district, out var id) || await registry.FindAsync(id, cancellationToken) is null)
        {
            return Problem.UnknownDistrict();
        }

        var asked = await RequestBody.FindAsync(request, AppJson.Default.RebuildRequest, cancellationToken);
        return await rebuild.StartAsync(id, Decider.Of(asked?.By) ?? "api", new DurableDropStarter(client), cancellationToken) is { } drop
            ? new JsonAnswer<RebuildAnswer>(new RebuildAnswer(drop.Id), AppJson.Default.RebuildAnswer, 202) { Location = $"/api/v1/drops/{drop.Id}" }
            : Problem.NothingPublished();
    }
}
