using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ClosingGap.Cli.Service;

/// <summary>Turns an answer that refuses into a sentence and an exit code.</summary>
internal static class ProblemReader
{
    public static async Task<CliException> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var problem = await BodyAsync(answer, cancellationToken);
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CliException(
                ExitCodes.WrongUse, "The service refused the key: give the right one with --key or CLOSINGGAP_FUNCTION_KEY."),
            _ when status >= 500 => new CliException(
                ExitCodes.ServiceFault, Describe(problem, $"The service failed ({status}): try again later, or ask its operator.")),
            _ => new CliException(ExitCodes.Rejected, Describe(problem, $"The service refused the request ({status}).")),
        };
    }

    private static string Describe(Problem? problem, string otherwise)
    {
        if (problem is not { Title: not null } and not { Detail: not null })
        {
            return otherwise;
        }

        var text = new StringBuilder(problem.Detail ?? problem.Title);
        if (problem.Code is { } code)
        {
            text.Append(CultureInfo.InvariantCulture, $" [{code}]");
        }

        foreach (var error in problem.Errors ?? [])
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  line {error.Line}: {error.Path}: {error.Text} [{error.Code}]");
        }

        return text.ToString();
    }

    private static async Task<Problem?> BodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
                ? await answer.Content.ReadFromJsonAsync(CliJson.Default.Problem, cancellationToken)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException)
        {
            return null;
        }
    }
}
