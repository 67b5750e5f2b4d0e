using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>An answer that says what was wrong, where, and what to do: <c>application/problem+json</c> with a stable code.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The stable code, e.g. <c>drop.unknown</c>.</param>
/// <param name="title">What is wrong, in a few words that are the same each time.</param>
/// <param name="detail">What is wrong here, and what to do.</param>
public sealed class Problem(int status, string code, string title, string detail) : IResult
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The stable code.</summary>
    public string Code => code;

    /// <summary>Each error with its place, when there are several.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>When to ask again; null: it would not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Problem UnknownDistrict() => new(
        404, "district.unknown", "No such district", "No district of that id is registered. Register it with PUT /api/v1/districts/{district}; an id reads STATE-ID, for example TX-255901.");

    public static Problem NothingPublished() => new(
        404, "district.nothing_published", "Nothing is published", "The district is registered, and no drop of it has been published yet. Drop a package, or look at its drops.");

    public static Problem UnknownDrop() => new(404, "drop.unknown", "No such drop", "No drop of that id is known. List the district's drops to find it.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } after)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var body = new ProblemBody($"urn:closinggap:{code}", title, status, detail, code, Errors);
        return JsonSerializer.SerializeAsync(response.Body, body, AppJson.Default.ProblemBody, httpContext.RequestAborted);
    }
}
