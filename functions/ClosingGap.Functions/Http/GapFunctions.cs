using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Reads how the groups of a district, or of a school, compare.</summary>
public sealed class GapFunctions(GapReader gaps, DistrictRegistry registry)
{
    [Function("GetGaps")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/gaps")] HttpRequest request, string district, CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(district, out var id))
        {
            return Problem.UnknownDistrict();
        }

        var found = await gaps.FindAsync(id, Asked(request, "school"), Asked(request, "dimension") ?? "", Asked(request, "measure"), cancellationToken);
        return found.Gaps is { } answer
            ? new VersionedAnswer<DistrictGaps>(answer, PipelineJson.Default.DistrictGaps)
            : found.Outcome == GapOutcome.NothingPublished && await registry.FindAsync(id, cancellationToken) is null
            ? Problem.UnknownDistrict()
            : GapProblems.Of(found.Outcome);
    }

    private static string? Asked(HttpRequest request, string name) => request.Query.TryGetValue(name, out var text) && text.Count > 0 && text[0] is { Length: > 0 } asked ? asked : null;
}
