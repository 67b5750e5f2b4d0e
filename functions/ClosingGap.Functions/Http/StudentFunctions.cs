using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Reads students.</summary>
public sealed class StudentFunctions(StudentReader students)
{
    [Function("GetStudent")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/students/{studentKey}")] HttpRequest request,
        string district,
        string studentKey,
        CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await students.FindAsync(id, studentKey, cancellationToken) is { } found
            ? VersionedStudent.Of(found, request)
            : Unknown();

    [Function("LookUpStudent")]
    public async Task<IResult> LookUpAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts/{district}/students/lookup")] HttpRequest request,
        string district,
        CancellationToken cancellationToken)
    {
        var asked = await RequestBody.ReadAsync(request, AppJson.Default.LookupRequest, cancellationToken);
        return DistrictId.TryParse(district, out var id) && await students.LookUpAsync(id, asked.SourcedId ?? "", cancellationToken) is { } key
            ? new JsonAnswer<LookupAnswer>(new LookupAnswer(key, $"/api/v1/districts/{id}/students/{key}"), AppJson.Default.LookupAnswer)
            : Unknown();
    }

    private static Problem Unknown() => new(
        404, "student.unknown", "No such student", "What is published of the district has no such student. A key comes from the caseload or from POST …/students/lookup with the id of the student information system.");
}
