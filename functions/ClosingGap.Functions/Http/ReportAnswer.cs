using ClosingGap.Ingest.Reports;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>A report, written to the answer as it is made. A page may run nothing and load nothing.</summary>
internal sealed class ReportAnswer(Func<Stream, CancellationToken, Task> write, ReportFormat format, string dropId) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format.ContentType();
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        response.Headers.XContentTypeOptions = "nosniff";
        if (format == ReportFormat.Html)
        {
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        }
        else
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{dropId}.{format.Name()}\"";
        }

        return write(response.Body, httpContext.RequestAborted);
    }
}
