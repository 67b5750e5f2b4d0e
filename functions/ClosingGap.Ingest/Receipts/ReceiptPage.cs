using System.Globalization;

namespace ClosingGap.Ingest.Receipts;

/// <summary>A receipt, or the summary of a report, as one page of HTML: no scripts, nothing from elsewhere, made to be printed and read aloud.</summary>
public static class ReceiptPage
{
    private const int PlacesShown = 3;

    /// <summary>The page. The same receipt gives the same text.</summary>
    public static string Of(Receipt receipt)
    {
        var name = receipt.Kind is "Check" ? "Check" : receipt.Kind is "Rebuild" ? "Rebuild" : "Drop";
        var page = new HtmlPage($"{name} {receipt.DropId ?? receipt.Path}: {receipt.State}");
        page.Heading(1, $"{name}: {receipt.State}");
        if (receipt.Reason is { } reason)
        {
            page.Paragraph(receipt.ReasonCode is { } code ? $"{reason} [{code}]" : reason);
        }

        page.Heading(2, "What to do");
        page.Paragraph(receipt.Next, "next");
        Holds(page, receipt);
        Describe(page, receipt);
        Files(page, receipt);
        Joins(page, receipt);
        Changes(page, receipt);
        Rules(page, receipt);
        Decisions(page, receipt);
        return page.End();
    }

    private static void Holds(HtmlPage page, Receipt receipt)
    {
        if (receipt.Holds.Count > 0)
        {
            page.Heading(2, "Why it is held");
            page.Table(
                "Each reason, with its numbers",
                ["Reason", "In words", "Published", "Would be", "Would be gone", "May be gone, in percent"],
                receipt.Holds.Select(hold => (IReadOnlyList<object?>)[hold.Code, hold.Text, hold.Was, hold.WouldBe, hold.Removed, hold.LimitPercent]));
        }
    }

    private static void Describe(HtmlPage page, Receipt receipt)
    {
        var counts = receipt.Counts;
        page.Heading(2, "What was sent");
        page.Facts(
            ("Drop", receipt.DropId),
            ("District and source", string.Join(' ', new[] { receipt.District, receipt.Source }.Where(part => part is not null))),
            ("Path", receipt.Path),
            ("Profile", receipt.Profile),
            ("Received", Time(receipt.ReceivedAt)),
            (receipt.State, Time(receipt.EndedAt)),
            ("Version", receipt.Version?.ToString(CultureInfo.InvariantCulture)),
            ("As of", receipt.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Rows", string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.RowsRead:N0} read, {counts.RowsAccepted:N0} accepted, {counts.RowsRejected:N0} rejected, {counts.Warnings:N0} warnings")),
            ("Students", counts.Students > 0 ? counts.Students.ToString("N0", CultureInfo.InvariantCulture) : null));
    }

    private static void Files(HtmlPage page, Receipt receipt)
    {
        if (receipt.Files.Count > 0)
        {
            page.Heading(2, "What was loaded");
            page.Table(
                "Rows of each file",
                ["File", "Table", "Mode", "Read", "Accepted", "Rejected", "Deleted", "Warnings"],
                receipt.Files.Select(file => (IReadOnlyList<object?>)[file.File, file.Table, file.Mode, file.Read, file.Accepted, file.Rejected, file.Deleted, file.Warnings]));
        }
    }

    private static void Joins(HtmlPage page, Receipt receipt)
    {
        if (receipt.Joins is { } joins)
        {
            page.Heading(2, "Whom the roster knows");
            page.Table(
                "Students and sections that were looked for in the published roster",
                ["Of", "Joined", "Not joined", "Ambiguous", "Without an id"],
                [
                    ["Students", joins.StudentsJoined, joins.StudentsNotJoined, joins.StudentsAmbiguous, joins.StudentsWithoutId],
                    ["Sections", joins.SectionsJoined, joins.SectionsNotJoined, null, null],
                ]);
        }
    }

    private static void Changes(HtmlPage page, Receipt receipt)
    {
        if (receipt.Changes.Count > 0)
        {
            page.Heading(2, receipt.State is "Published" ? "What changed against the last drop" : "What would change against the last drop");
            page.Table(
                "Rows of each table",
                ["Table", "Rows now", "Added", "Removed", "Changed", "Unchanged"],
                receipt.Changes.Select(change => (IReadOnlyList<object?>)[change.Table, change.Rows, change.Added, change.Removed, change.Changed, change.Unchanged]));
        }
    }

    private static void Rules(HtmlPage page, Receipt receipt)
    {
        page.Heading(2, "Rules that were broken");
        if (receipt.Rules.Count == 0)
        {
            page.Paragraph("None.");
            return;
        }

        page.Table(
            "Each rule, how often, the first places, and what to do",
            ["Rule", "Severity", "Times", "First places", "What it means", "What to do"],
            receipt.Rules.GroupBy(rule => (rule.Code, rule.Severity)).Select(group => (IReadOnlyList<object?>)
            [
                group.Key.Code, group.Key.Severity, group.Sum(rule => rule.Count), string.Join('\n', group.SelectMany(Places).Take(PlacesShown)),
                group.First().Meaning, group.First().Fix,
            ]));
    }

    private static IEnumerable<string> Places(ReceiptRule rule)
    {
        var column = rule.Column is null ? "" : $", column {rule.Column}";
        return rule.FirstRows.Count == 0
            ? [(rule.File ?? "the package") + column]
            : rule.FirstRows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{rule.File}, row {row}{column}"));
    }

    private static void Decisions(HtmlPage page, Receipt receipt)
    {
        if (receipt.Decisions.Count > 0)
        {
            page.Heading(2, "Decisions");
            page.Table("Who decided what", ["Decision", "By", "When"], receipt.Decisions.Select(one => (IReadOnlyList<object?>)[one.Decision, one.By, Time(one.At)]));
        }
    }

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
