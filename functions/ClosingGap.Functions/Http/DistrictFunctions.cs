using System.Globalization;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Reads what is published of a district and its schools.</summary>
public sealed class DistrictFunctions(DistrictReader districts, SchoolReader schools, DistrictRegistry registry)
{
    [Function("GetDistrict")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}")] HttpRequest request, string district, CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await districts.FindAsync(id, cancellationToken) is { } found
            ? new VersionedAnswer<DistrictSummary>(found, PipelineJson.Default.DistrictSummary)
            : await NotFoundAsync(id, cancellationToken);

    [Function("GetSchool")]
    public async Task<IResult> GetSchoolAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/schools/{school}")] HttpRequest request,
        string district,
        string school,
        CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await schools.FindAsync(id, school, cancellationToken) is { } found
            ? new VersionedAnswer<SchoolSummary>(found, PipelineJson.Default.SchoolSummary)
            : UnknownSchool();

    [Function("GetCaseload")]
    public async Task<IResult> GetCaseloadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/schools/{school}/caseload")] HttpRequest request,
        string district,
        string school,
        CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && Page(request) is { } page
        && await schools.FindCaseloadAsync(id, school, page, cancellationToken) is { } found
            ? new VersionedAnswer<CaseloadPage>(found, PipelineJson.Default.CaseloadPage)
            : UnknownSchool();

    private static int? Page(HttpRequest request) =>
        !request.Query.TryGetValue("page", out var text) ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 ? page
        : null;

    private static Problem UnknownSchool() => new(
        404, "school.unknown", "No such school or page", "What is published of the district has no such school, or its caseload has no such page. The district's summary lists the schools, a school's summary the number of pages.");

    private async Task<Problem> NotFoundAsync(DistrictId id, CancellationToken cancellationToken) =>
        id != default && await registry.FindAsync(id, cancellationToken) is not null ? Problem.NothingPublished() : Problem.UnknownDistrict();
}
