using System.Net;
using System.Text;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class ReportTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_InEveryForm_TellsTheSameFindings()
    {
        var id = await BrokenAsync("500001");

        using var jsonl = await GetAsync($"v1/drops/{id}/report");
        using var csv = await GetAsync($"v1/drops/{id}/report?format=csv");
        using var html = await GetAsync($"v1/drops/{id}/report?format=html");

        var lines = (await jsonl.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("code").ValueEquals("row.invalid_date") && line.GetProperty("column").ValueEquals("date"));
        var table = await csv.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(Encoding.UTF8.GetPreamble(), table[..3]);
        Assert.Equal(lines.Count + 1, Encoding.UTF8.GetString(table).TrimEnd().Split("\r\n").Length);
        var page = await html.Content.ReadAsStringAsync(Token);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("row.invalid_date", page, StringComparison.Ordinal);
        Assert.Contains("calendarDates.csv, row 2, column date", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'", Assert.Single(html.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal($"{id}.csv", csv.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.All(new[] { jsonl, csv, html }, answer => Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "*/*", "application/x-ndjson")]
    [InlineData("", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("", "text/html;q=0.2,text/csv;q=0.7", "text/csv")]
    [InlineData("", "image/png", "application/x-ndjson")]
    [InlineData("?format=csv", "text/html", "text/csv")]
    public async Task Report_ByAccept_HasTheFormThatIsPreferred(string query, string accept, string expected)
    {
        var id = await BrokenAsync("500002");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/drops/{id}/report{query}");
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await app.Http.SendAsync(request, Token);

        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Report_OfADropThatCannotBeOpened_IsAPageWithoutFindings()
    {
        await RegisterOnceAsync("500003");
        using var content = new MemoryStream("not a zip"u8.ToArray());
        var id = await app.DropAsync("TX/500003/sis/broken.zip", content, null);
        await app.UntilAsync(id, "Rejected");

        using var page = await GetAsync($"v1/drops/{id}/report?format=html");
        using var csv = await app.Http.GetAsync($"v1/drops/{id}/report?format=csv", Token);
        using var unknown = await app.Http.GetAsync($"v1/drops/{id}/report?format=pdf", Token);

        Assert.Contains("package.not_a_zip", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal("report.none", (await AppFixture.ProblemAsync(csv, HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal("report.format_unknown", (await AppFixture.ProblemAsync(unknown, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        var answer = await app.Http.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private async Task<string> BrokenAsync(string localId)
    {
        await RegisterOnceAsync(localId);
        var sample = await app.SampleAsync(localId, 12);
        var copy = new MemoryStream();
        await using (var zip = File.OpenRead(sample.SisZip))
        {
            await zip.CopyToAsync(copy, Token);
        }

        using (var archive = new System.IO.Compression.ZipArchive(copy, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("calendarDates.csv")!.Delete();
            await using var entry = archive.CreateEntry("calendarDates.csv").Open();
            await entry.WriteAsync("schoolSourcedId,date,calendarEvent,isInstructional\nS,no-such-day,=1+1,true\n"u8.ToArray(), Token);
        }

        copy.Position = 0;
        var id = await app.DropAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TX/{localId}/sis/{Guid.NewGuid():n}.zip"), copy, sample.AsOf);
        await app.UntilAsync(id, "Published", "Held", "Rejected");
        return id;
    }

    private async Task RegisterOnceAsync(string localId)
    {
        using var known = await app.Http.GetAsync($"v1/districts/TX-{localId}/registration", Token);
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            await app.RegisterAsync($"TX-{localId}");
        }
    }
}
