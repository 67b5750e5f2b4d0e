using ClosingGap.Ingest.Reports;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Gives the findings of a drop in the form that is asked for.</summary>
public sealed class ReportFunctions(DropReports reports)
{
    [Function("GetReport")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/drops/{dropId}/report")] HttpRequest request, string dropId, CancellationToken cancellationToken)
    {
        if (Format(request) is not { } format)
        {
            return new Problem(400, "report.format_unknown", "No such form", "Give format=jsonl, csv or html; or leave it out and name the media type in Accept.");
        }

        return await reports.FindAsync(dropId, format, cancellationToken) is { } write
            ? new ReportAnswer(write, format, dropId)
            : new Problem(404, "report.none", "No report", "No drop of that id is known, or its rows have not been checked. The drop's record says where it stands.");
    }

    /// <summary>The form that the query names; else the first that Accept prefers, else the stored one.</summary>
    private static ReportFormat? Format(HttpRequest request)
    {
        if (request.Query.TryGetValue("format", out var named))
        {
            return ReportFormats.Find(named);
        }

        return request.GetTypedHeaders().Accept.Where(accepted => accepted.Quality is not 0).OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => ReportFormats.OfMediaType(accepted.MediaType.Value ?? "")).FirstOrDefault(format => format is not null) ?? ReportFormat.JsonLines;
    }
}
