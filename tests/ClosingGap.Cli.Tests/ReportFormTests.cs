using System.Text;
using System.Text.Json;

namespace ClosingGap.Cli.Tests;

public sealed class ReportFormTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_IntoAFile_KeepsEveryByte()
    {
        using var folder = new TempFolder();
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}/report", new FakeService.Answer(200, "\uFEFFa,b\r\n1,2\r\n", "text/csv"));

        var run = await Run.InAsync(folder.Path, null, "report", Id, "--format", "csv", "--out", "r.csv", "--url", service.Url);

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Output));
        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFFa,b\r\n1,2\r\n"), await File.ReadAllBytesAsync(Path.Combine(folder.Path, "r.csv"), Token));
    }

    [Fact]
    public async Task Report_InAFormThatIsNone_IsWrongUse() => Assert.Equal(ExitCodes.WrongUse, (await Run.OfAsync("report", Id, "--format", "pdf")).ExitCode);

    [Fact]
    public async Task Validate_WithAReportFolder_WritesEveryForm()
    {
        using var folder = new TempFolder();
        Broken(folder);

        var run = await Run.InAsync(folder.Path, null, "validate", "broken", "--report", "out");

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "out", "report.jsonl"), Token);
        Assert.Contains(lines, line => JsonDocument.Parse(line).RootElement.GetProperty("code").ValueEquals("row.invalid_date"));
        Assert.Equal(lines.Length + 1, (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "out", "report.csv"), Token)).Length);
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "out", "report.html"), Token);
        Assert.Contains("<h1>Check: not valid</h1>", page, StringComparison.Ordinal);
        Assert.Contains("calendarDates.csv, row 2, column date", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-day", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl", "{\"code\":")]
    [InlineData("csv", "severity,code,file,row,column,target,meaning,fix")]
    [InlineData("html", "<!DOCTYPE html>")]
    public async Task Validate_InAFormOfReports_PrintsThatAlone(string format, string beginning)
    {
        using var folder = new TempFolder();
        Broken(folder);

        var run = await Run.InAsync(folder.Path, null, "validate", "broken", "--format", format);

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        Assert.StartsWith(beginning, run.Output, StringComparison.Ordinal);
        Assert.Contains("row.invalid_date", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebhookKey_OfADistrict_IsPrintedAlone()
    {
        await using var service = new FakeService().On("GET /api/v1/districts/TX-1/webhook-key", new FakeService.Answer(200, """{"district":"TX-1","key":"AAEC"}"""));

        var run = await Run.OfAsync("district", "webhook-key", "--state", "TX", "--district", "1", "--url", service.Url);

        Assert.Equal((ExitCodes.Done, "AAEC"), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task Status_OfADropWithDeliveries_TellsHowTheyEnded()
    {
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}", new FakeService.Answer(200, $$"""
            {"id":"{{Id}}","state":"Rejected","counts":{},"deliveries":[{"attempt":1,"state":"Rejected","delivered":false,"tries":16,"at":"2026-05-18T10:00:00+00:00","fault":"webhook.timeout"}]}
            """));

        var run = await Run.OfAsync("status", Id, "--url", service.Url);

        Assert.Contains("Webhook   Rejected: given up [webhook.timeout] after 16 tries, 2026-05-18 10:00 UTC", run.Output, StringComparison.Ordinal);
    }

    private static void Broken(TempFolder folder)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "broken"));
        folder.File("broken/calendarDates.csv", "schoolSourcedId,date,calendarEvent,isInstructional\nS1,no-such-day,instructional,true\n");
    }
}
