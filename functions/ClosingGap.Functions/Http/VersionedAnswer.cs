using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClosingGap.Functions.Http;

/// <summary>
/// What is published, with its version as ETag: a caller who has that version gets 304 and nothing more. Caches of the caller alone
/// may keep it, and have to ask each time.
/// </summary>
internal sealed class VersionedAnswer<T>(Versioned<T> found, JsonTypeInfo<T> type) : IResult
{
    /// <summary>The language of the answer where it depends on the caller's; null where it does not.</summary>
    public string? Language { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var variant = Language is null ? "" : "-" + Language;
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"v{found.Version}{variant}\""));
        if (Language is not null)
        {
            response.Headers.ContentLanguage = Language;
            response.Headers.Vary = HeaderNames.AcceptLanguage;
        }

        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (Has(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(response.Body, found.Value, type, httpContext.RequestAborted);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
