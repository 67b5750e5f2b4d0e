using System.Text.Json;
using ClosingGap.Functions.Http;
using ClosingGap.Functions.Middleware;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Tests.Middleware;

public sealed class ProblemOfTests
{
    private const string Private = "Ada Lovelace";

    public static TheoryData<Exception, int, string> Faults => new()
    {
        { new RegistrationInvalidException("name", "is a text."), 400, "district.invalid" },
        { new ProfileInvalidException("p.yaml", [new ProfileError(3, "tables", "profile.unknown_key", "Remove it.")]), 400, "profile.invalid" },
        { new JsonException(Private), 400, "request.invalid_json" },
        { new BadHttpRequestException(Private, 413), 413, "request.too_large" },
        { new BadHttpRequestException(Private, 408), 408, "request.invalid" },
        { new StoreUnavailableException(Private), 503, "store.unavailable" },
        { new InvalidOperationException(Private), 500, "system.fault" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Problem_OfAnException_HasItsStatusAndCodeAndNothingOfItsContent(Exception exception, int status, string code)
    {
        var (answer, body) = await AnswerAsync(ProblemOf.Exception(exception));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(code, body.GetProperty("code").GetString());
        Assert.Equal($"urn:closinggap:{code}", body.GetProperty("type").GetString());
        Assert.Equal(status, body.GetProperty("status").GetInt32());
        Assert.NotEmpty(body.GetProperty("title").GetString()!);
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
        Assert.DoesNotContain(Private, body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_OfAStoreThatIsAway_SaysWhenToAskAgain()
    {
        var (answer, _) = await AnswerAsync(ProblemOf.Exception(new StoreUnavailableException("away")));

        Assert.Equal("5", answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Problem_OfAProfile_NamesEachErrorWithItsLine()
    {
        var (_, body) = await AnswerAsync(ProblemOf.Exception(
            new ProfileInvalidException("p.yaml", [new ProfileError(3, "tables", "profile.unknown_key", "Remove it."), new ProfileError(9, "name", "profile.missing", "Add it.")])));

        Assert.Equal([3, 9], body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()));
        Assert.Equal("profile.missing", body.GetProperty("errors")[1].GetProperty("code").GetString());
    }

    private static async Task<(HttpResponse Answer, JsonElement Body)> AnswerAsync(Problem problem)
    {
        var http = new DefaultHttpContext();
        using var content = new MemoryStream();
        http.Response.Body = content;
        await problem.ExecuteAsync(http);
        using var document = JsonDocument.Parse(content.ToArray());
        return (http.Response, document.RootElement.Clone());
    }
}
