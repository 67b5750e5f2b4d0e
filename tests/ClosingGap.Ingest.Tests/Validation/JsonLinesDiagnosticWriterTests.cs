using System.Text.Json;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class JsonLinesDiagnosticWriterTests
{
    [Fact]
    public async Task Report_ManyWarnings_KeepsTheFirstOfEachCodeAndEveryError()
    {
        using var stream = new MemoryStream();
        await using (var writer = new JsonLinesDiagnosticWriter(stream, new DiagnosticReportOptions { MaxWarningsPerCode = 2 }))
        {
            for (var row = 2; row < 7; row++)
            {
                writer.Report(new Diagnostic(DiagnosticCodes.RowDateFormat, Severity.Warning, "a.csv", row, "date"));
                writer.Report(new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "a.csv", row, "date"));
            }

            Assert.Equal(7, writer.Written);
            Assert.Equal(3, writer.Omitted);
        }

        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("row.date_format", first.RootElement.GetProperty("code").GetString());
        Assert.Equal("Warning", first.RootElement.GetProperty("severity").GetString());
        Assert.Equal(2, first.RootElement.GetProperty("row").GetInt64());
        Assert.Equal("Write yyyy-MM-dd.", first.RootElement.GetProperty("fix").GetString());
        Assert.False(first.RootElement.TryGetProperty("target", out _));
    }

    [Fact]
    public async Task Report_AboveTheCapOfLines_WritesNoMore()
    {
        using var stream = new MemoryStream();
        await using var writer = new JsonLinesDiagnosticWriter(stream, new DiagnosticReportOptions { MaxLines = 3 });
        for (var row = 0; row < 10; row++)
        {
            writer.Report(new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "a.csv", row, "date"));
        }

        Assert.Equal((3, 7), (writer.Written, writer.Omitted));
    }

    [Fact]
    public void Summary_OfManyFindings_CountsAndKeepsThreePlaces()
    {
        var summary = new DiagnosticSummary();
        for (var row = 2; row < 100; row++)
        {
            summary.Report(new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "a.csv", row, "date"));
        }

        summary.Report(new Diagnostic(DiagnosticCodes.CsvInvalidUtf8, Severity.Fatal, "b.csv"));

        Assert.Equal(DiagnosticCodes.CsvInvalidUtf8, summary.FatalCode);
        Assert.Equal(2, summary.Counts.Count);
        Assert.Equal(Severity.Fatal, summary.Counts[0].Severity);
        Assert.Equal(98, summary.Counts[1].Count);
        Assert.Equal([2L, 3L, 4L], summary.Counts[1].FirstRows);
    }
}
