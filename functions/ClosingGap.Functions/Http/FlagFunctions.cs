using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Flags;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Lets staff flag a figure as wrong, and data staff see and close what was flagged.</summary>
public sealed class FlagFunctions(FigureFlags flags, DistrictRegistry registry)
{
    private const int DefaultPageSize = 50;

    [Function("RaiseFlag")]
    public async Task<IResult> RaiseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts/{district}/students/{studentKey}/flags")] HttpRequest request,
        string district,
        string studentKey,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.ReadAsync(request, AppJson.Default.FlagRequest, cancellationToken);
        if (Decider.Of(asked.By) is not { } by || asked.Note is { Length: > FigureFlag.MaxText })
        {
            return Invalid();
        }

        return DistrictId.TryParse(district, out var id) && await flags.RaiseAsync(id, studentKey, asked.Milestone ?? "", by, asked.Note, cancellationToken) is { } flag
            ? new JsonAnswer<FigureFlag>(flag, PipelineJson.Default.FigureFlag, 201) { Location = $"/api/v1/districts/{id}/flags" }
            : new Problem(404, "flag.no_figure", "No such student or verdict", "What is published of the district has no such student, or no verdict on that milestone.");
    }

    [Function("ListFlags")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/flags")] HttpRequest request, string district, CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await registry.FindAsync(id, cancellationToken) is not null
            ? new JsonAnswer<FlagPage>(
                await flags.ListAsync(id, Paging.After(request), Paging.PageSize(request, DefaultPageSize), cancellationToken), PipelineJson.Default.FlagPage)
            : Problem.UnknownDistrict();

    [Function("CloseFlag")]
    public async Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts/{district}/flags/{flag}/close")] HttpRequest request,
        string district,
        string flag,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.ReadAsync(request, AppJson.Default.FlagRequest, cancellationToken);
        if (Decider.Of(asked.By) is not { } by || asked.Resolution is not { Length: > 0 and <= FigureFlag.MaxText } resolution)
        {
            return Invalid();
        }

        return DistrictId.TryParse(district, out var id) && flag.Length <= 40 && await flags.CloseAsync(id, flag, by, resolution, cancellationToken) is { } closed
            ? new JsonAnswer<FigureFlag>(closed, PipelineJson.Default.FigureFlag)
            : new Problem(404, "flag.unknown", "No such flag", "The district has no flag of that id. GET …/flags lists them.");
    }

    private static Problem Invalid() => new(
        400, "flag.invalid", "The flag is not complete", $"Give \"by\", a name of 1 to 100 characters; a \"note\" or \"resolution\" has at most {FigureFlag.MaxText}. To close, a resolution is needed.");
}
