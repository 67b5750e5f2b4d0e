using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class RegistrationTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_OfARunningApp_SaysThatItsStoresAnswer()
    {
        var health = await app.Http.GetFromJsonAsync<JsonElement>("health", Token);

        Assert.Equal(["ok", "ok", "ok"], new[] { "status", "store", "blobs" }.Select(name => health.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task Put_OfADistrict_CreatesItOnceAndThenKeepsIt()
    {
        var body = new { name = "One", timeZone = "America/Chicago", schoolYear = 2026, sources = new[] { new { name = "sis" }, new { name = "lms" } } };
        using var first = await app.Http.PutAsJsonAsync("v1/districts/TX-100001", body, Token);
        using var again = await app.Http.PutAsJsonAsync("v1/districts/TX-100001", body, Token);
        var read = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-100001/registration", Token);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("TX-100001", read.GetProperty("district").GetString());
        Assert.Equal(["lenient", "lenient"], read.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("profile").GetString()));
        Assert.Equal(1, read.GetProperty("profileVersion").GetInt32());
    }

    [Fact]
    public async Task Post_OfADistrict_TakesTheIdFromTheBody()
    {
        var body = new { district = "TX-100002", name = "Two", timeZone = "America/Chicago", sources = new[] { new { name = "sis", profile = "strict" } } };
        using var response = await app.Http.PostAsJsonAsync("v1/districts", body, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/v1/districts/TX-100002/registration", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("v1/districts/texas", """{"name":"X","timeZone":"America/Chicago","sources":[{"name":"sis"}]}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"timeZone":"America/Chicago","sources":[{"name":"sis"}]}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"name":"X","timeZone":"Mars/Base","sources":[{"name":"sis"}]}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"name":"X","timeZone":"America/Chicago"}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"name":"X","timeZone":"America/Chicago","sources":[{"name":"sis","profile":"TX/100003/sis/none.yaml"}]}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"name":"X","timeZone":"America/Chicago","sources":[{"name":"sis","profile":"TX/100009/sis/none.yaml"}]}""", "district.invalid")]
    [InlineData("v1/districts/TX-100003", """{"name":"X","timeZone":"America/Chicago","sources":[null]}""", "request.invalid_json")]
    [InlineData("v1/districts/TX-100003", """{"name":""", "request.invalid_json")]
    [InlineData("v1/districts/TX-100003", "null", "request.invalid_json")]
    public async Task Put_OfAWrongRegistration_IsRefusedAndChangesNothing(string path, string body, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await app.Http.PutAsync(path, content, Token);

        Assert.Equal(code, (await AppFixture.ProblemAsync(response, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        using var read = await app.Http.GetAsync($"{path}/registration", Token);
        Assert.Equal("district.unknown", (await AppFixture.ProblemAsync(read, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Put_OfABodyOverOneMebibyte_IsRefused()
    {
        using var content = new StringContent(new string(' ', (1 << 20) + 1));
        using var response = await app.Http.PutAsync("v1/districts/TX-100004", content, Token);

        Assert.Equal("request.too_large", (await AppFixture.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task PutProfile_ThatIsRight_IsWhatTheSourceIsReadBy()
    {
        await app.RegisterAsync("TX-100005");
        var yaml = await File.ReadAllTextAsync(Path.Combine(TestSupport.RepositoryPaths.Root, "functions/ClosingGap.Ingest/Profiles/BuiltIn/strict.yaml"), Token);
        using var content = new StringContent(yaml, Encoding.UTF8, "text/yaml");
        using var response = await app.Http.PutAsync("v1/districts/TX-100005/profiles/sis", content, Token);
        var path = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("path").GetString();
        await KeepsItsProfileAsync(path);

        async Task KeepsItsProfileAsync(string? expected)
        {
            // A registration that says nothing of the profile leaves it as it is.
            var body = new { name = "Renamed", timeZone = "America/Chicago", sources = new[] { new { name = "sis" } } };
            using var renamed = await app.Http.PutAsJsonAsync("v1/districts/TX-100005", body, Token);
            var read = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-100005/registration", Token);
            Assert.Equal("Renamed", read.GetProperty("name").GetString());
            Assert.Equal(expected, read.GetProperty("sources")[0].GetProperty("profile").GetString());
        }
    }

    [Fact]
    public async Task PutProfile_ThatIsWrong_NamesTheLines()
    {
        await app.RegisterAsync("TX-100006");
        using var content = new StringContent("name: x\nno_such_key: 1\n", Encoding.UTF8, "text/yaml");
        using var response = await app.Http.PutAsync("v1/districts/TX-100006/profiles/sis", content, Token);

        var problem = await AppFixture.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("profile.invalid", problem.GetProperty("code").GetString());
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error => error.GetProperty("line").GetInt32() == 2);
    }

    [Theory]
    [InlineData("v1/districts/TX-199999/profiles/sis", "district.unknown")]
    [InlineData("v1/districts/TX-100007/profiles/other", "source.unknown")]
    public async Task PutProfile_OfWhatIsNotRegistered_IsNotFound(string path, string code)
    {
        if (path.Contains("100007", StringComparison.Ordinal))
        {
            await app.RegisterAsync("TX-100007");
        }

        using var content = new StringContent("name: x\n");
        using var response = await app.Http.PutAsync(path, content, Token);

        Assert.Equal(code, (await AppFixture.ProblemAsync(response, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }
}
