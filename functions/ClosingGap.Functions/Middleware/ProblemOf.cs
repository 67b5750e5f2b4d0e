using System.Globalization;
using System.Text.Json;
using ClosingGap.Functions.Http;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Middleware;

/// <summary>Which problem an exception is to the caller. Only messages that were written for callers are passed on.</summary>
internal static class ProblemOf
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(5);

    public static Problem Exception(Exception exception) => exception switch
    {
        RegistrationInvalidException invalid => new Problem(
            400, "district.invalid", "The registration cannot be accepted", $"{invalid.Message} Nothing was changed; correct it and send it again."),
        ProfileInvalidException invalid => new Problem(
            400, "profile.invalid", "The profile cannot be used", "Nothing was changed; correct each of the errors and send the profile again.")
        {
            Errors = [.. invalid.Errors.Select(error => new ProblemError(error.Line, error.Path, error.Code, error.Text))],
        },
        CalendarInvalidException invalid => new Problem(
            400, "calendar.invalid", "The calendar cannot be accepted", $"{invalid.Message} Nothing was changed; correct it and send it again."),
        StoreUnavailableException => new Problem(
            503, "store.unavailable", "A store does not answer", "Nothing is known to be wrong with the request. Send it again after a while.") { RetryAfter = s_retryAfter },
        JsonException json => new Problem(
            400, "request.invalid_json", "The body cannot be read", $"The body is not the JSON that is expected{Place(json)}. Correct it and send it again."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(
            413, "request.too_large", "The body is too long", "A body is at most 1 MiB. Packages are dropped into the storage account, not sent here."),
        BadHttpRequestException bad => new Problem(
            bad.StatusCode, "request.invalid", "The request cannot be read", "The request is not well formed. Correct it and send it again."),
        _ => new Problem(
            500, "system.fault", "The service failed", "The fault is on this side and is in the log. Send the request again later; nothing more is known."),
    };

    private static string Place(JsonException json) => json.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})")
        : "";
}
