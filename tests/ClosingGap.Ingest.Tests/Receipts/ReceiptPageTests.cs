using System.Xml.Linq;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Receipts;
using ClosingGap.Ingest.Tests.Reports;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Receipts;

public sealed class ReceiptPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Page_OfAReceipt_IsWellFormedAndAccessible()
    {
        var page = Parse(ReceiptPage.Of(Sample()));

        Assert.Equal("en", page.Root!.Attribute("lang")?.Value);
        Assert.Equal("Drop: Held", Assert.Single(page.Descendants("h1")).Value);
        Assert.Equal(["What to do", "Why it is held", "What was sent", "What was loaded", "What would change against the last drop", "Rules that were broken", "Decisions"], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(5, page.Descendants("table").Count());
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("thead").Descendants("th"), cell => Assert.Equal("col", cell.Attribute("scope")?.Value));
        Assert.All(page.Descendants("tbody").Elements("tr"), row => Assert.Equal("row", row.Elements().First().Attribute("scope")?.Value));
        Assert.NotEmpty(page.Descendants("title").Single().Value);
    }

    [Fact]
    public void Page_OfHostileNames_RunsAndLoadsNothing()
    {
        const string Hostile = "<script>alert(1)</script>\"'&<img src=http://example.org/x>";
        var receipt = Sample() with
        {
            Reason = Hostile,
            Path = Hostile,
            Files = [new ReceiptFile(Hostile, Hostile, Hostile, 1, 1, 0, 0, 0)],
            Rules = [new ReceiptRule(Hostile, "error", 1, Hostile, Hostile, [2], Hostile, Hostile)],
            Decisions = [new ReceiptDecision("release", Hostile, DateTimeOffset.UnixEpoch)],
        };

        var page = Parse(ReceiptPage.Of(receipt));

        string[] allowed = ["html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"];
        Assert.Empty(page.Descendants().Select(element => element.Name.LocalName).Except(allowed, StringComparer.Ordinal));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("td"), cell => cell.Value.Contains(Hostile, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_OfRules_CountsByRuleAndGivesThreePlaces()
    {
        var receipt = Sample() with
        {
            Rules =
            [
                ReceiptRules.Describe(DiagnosticCodes.RowInvalidDate, "error", 1_000, "a.csv", "from", [2, 3]),
                ReceiptRules.Describe(DiagnosticCodes.RowInvalidDate, "error", 234, "b.csv", "to", [7, 8]),
            ],
        };

        var row = Parse(ReceiptPage.Of(receipt)).Descendants("tr").Single(one => one.Elements().First().Value == DiagnosticCodes.RowInvalidDate);

        Assert.Equal("1,234", row.Elements().ElementAt(2).Value);
        Assert.Equal(["a.csv, row 2, column from", "a.csv, row 3, column from", "b.csv, row 7, column to"], row.Elements().ElementAt(3).Nodes().OfType<XText>().Select(text => text.Value));
        Assert.Equal("Write yyyy-MM-dd.", row.Elements().Last().Value);
    }

    [Fact]
    public void Page_OfADropThatWasJoined_SaysWhomTheRosterKnows()
    {
        var page = Parse(ReceiptPage.Of(Sample() with { Joins = new JoinFigures(1_049, 3, 1, 2, 6, 4) }));

        var table = page.Descendants("table").Single(one => one.Element("caption")!.Value.Contains("published roster", StringComparison.Ordinal));
        Assert.Equal(
            [["Of", "Joined", "Not joined", "Ambiguous", "Without an id"], ["Students", "1,049", "3", "1", "2"], ["Sections", "6", "4", "", ""]],
            table.Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray()));
        Assert.DoesNotContain(Parse(ReceiptPage.Of(Sample())).Descendants("h2"), heading => heading.Value == "Whom the roster knows");
    }

    [Fact]
    public async Task Complete_WithAReport_HasEveryRuleAndTheLargerCount()
    {
        var receipt = Sample() with
        {
            Rules =
            [
                ReceiptRules.Describe(DiagnosticCodes.RowEnumCase, "warning", 5_000, "a.csv", "type", [2]),
                ReceiptRules.Describe(DiagnosticCodes.PackageNotAZip, "fatal", 1, null, null, []),
            ],
        };
        using var report = await CsvReportTests.JsonLinesAsync(
            [.. Enumerable.Range(2, 1_500).Select(row => new Diagnostic(DiagnosticCodes.RowEnumCase, Severity.Warning, "a.csv", row, "type")), new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "b.csv", 4, "date")]);

        var complete = await ReceiptRules.CompleteAsync(receipt, report, Token);

        Assert.Equal(
            [(DiagnosticCodes.RowInvalidDate, 1L), (DiagnosticCodes.RowEnumCase, 5_000L), (DiagnosticCodes.PackageNotAZip, 1L)],
            complete.Rules.Select(rule => (rule.Code, rule.Count)));
    }

    [Fact]
    public void Page_OfTheSameReceipt_IsTheSameText() => Assert.Equal(ReceiptPage.Of(Sample()), ReceiptPage.Of(Sample()));

    // The one kind of element that is not closed in HTML has no children: closed, the page is read as XML.
    private static XDocument Parse(string html) =>
        XDocument.Parse(System.Text.RegularExpressions.Regex.Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|br)([^>]*)>", "<$1$2/>"));

    private static Receipt Sample() => new()
    {
        DropId = "0123456789abcdef0123456789abcdef",
        District = "TX-1",
        Source = "sis",
        Path = "TX/1/sis/night.zip",
        State = "Held",
        ReasonCode = "hold.users_removed",
        Reason = "The drop would remove 30 of 40 people.",
        Holds = [new ReceiptHold("hold.users_removed", "The drop would remove 30 of 40 people.", 40, 10, 30, 10)],
        Next = "Decide.",
        ReceivedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch,
        Counts = new ReceiptCounts(10, 9, 1, 2, 0),
        Files = [new ReceiptFile("users.csv", "users", "bulk", 10, 9, 1, 0, 2)],
        Rules = [ReceiptRules.Describe(DiagnosticCodes.RowInvalidDate, "error", 1, "users.csv", "birthDate", [2])],
        Changes = [new ReceiptChange("users", 10, 0, 30, 0, 10)],
        Decisions = [new ReceiptDecision("redrive", "a tester", DateTimeOffset.UnixEpoch)],
    };
}
