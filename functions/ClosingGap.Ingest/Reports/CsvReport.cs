using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Reports;

/// <summary>Makes the CSV form of a report: a line for each finding, with a byte order mark so that Excel reads it as UTF-8.</summary>
public static class CsvReport
{
    private const string Header = "severity,code,file,row,column,target,meaning,fix\r\n";
    private const int BufferChars = 1 << 14;
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Copies a report from its stored form, as it is read. Neither stream is closed.</summary>
    public static async Task WriteAsync(Stream jsonLines, Stream output, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(output, s_encoding, BufferChars, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(Header.AsMemory(), cancellationToken).ConfigureAwait(false);
            await foreach (var line in ReportLines.ReadAsync(jsonLines, cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteAsync(Row(line).AsMemory(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static string Row(DiagnosticLine line)
    {
        string?[] cells =
        [
            line.Severity.ToString().ToLowerInvariant(), line.Code, line.File, line.Row?.ToString(CultureInfo.InvariantCulture), line.Column, line.Target,
            DiagnosticCatalogue.Find(line.Code)?.Meaning, line.Fix,
        ];
        return string.Join(',', cells.Select(SpreadsheetCell.Field)) + "\r\n";
    }
}
