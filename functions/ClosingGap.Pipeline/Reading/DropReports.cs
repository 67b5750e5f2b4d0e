using System.Text;
using ClosingGap.Ingest.Receipts;
using ClosingGap.Ingest.Reports;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Gives the findings of a drop in any form. CSV is made while it is read; a page is made of counts, whatever the report's length.</summary>
public sealed class DropReports(DropReader drops, ReceiptWriter receipts)
{
    /// <summary>What writes the report to a stream; null when there is no drop, or no report of its rows yet. A page needs no report.</summary>
    public async Task<Func<Stream, CancellationToken, Task>?> FindAsync(string dropId, ReportFormat format, CancellationToken cancellationToken)
    {
        var drop = await drops.FindAsync(dropId, cancellationToken);
        var report = drop is null ? null : await drops.OpenReportAsync(dropId, cancellationToken);
        return (drop, report, format) switch
        {
            (null, _, _) => null,
            (_, _, ReportFormat.Html) => (output, token) => WritePageAsync(drop, report, output, token),
            (_, null, _) => null,
            (_, _, ReportFormat.Csv) => (output, token) => WithAsync(report, () => CsvReport.WriteAsync(report, output, token)),
            _ => (output, token) => WithAsync(report, () => report.CopyToAsync(output, token)),
        };
    }

    private Task WritePageAsync(Drop drop, Stream? report, Stream output, CancellationToken cancellationToken) => WithAsync(report, async () =>
    {
        var receipt = receipts.Of(drop);
        var complete = report is null ? receipt : await ReceiptRules.CompleteAsync(receipt, report, cancellationToken);
        await output.WriteAsync(Encoding.UTF8.GetBytes(ReceiptPage.Of(complete)), cancellationToken);
    });

    private static async Task WithAsync(Stream? report, Func<Task> write)
    {
        try
        {
            await write();
        }
        finally
        {
            await (report?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
