using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>An answer that is copied from a stream, which it closes.</summary>
internal sealed class StreamAnswer(Stream content, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using (content)
        {
            httpContext.Response.ContentType = contentType;
            httpContext.Response.Headers.CacheControl = "no-store";
            await content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
