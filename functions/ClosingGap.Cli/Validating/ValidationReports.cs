using System.Text;
using ClosingGap.Ingest.Receipts;
using ClosingGap.Ingest.Reports;

namespace ClosingGap.Cli.Validating;

/// <summary>The report of a validation in every form, made of its JSON lines.</summary>
internal sealed class ValidationReports(string jsonLines, ValidationDocument document)
{
    private const string Name = "report";

    /// <summary>Where the JSON lines of a folder of reports lie.</summary>
    public static string JsonLinesIn(string folder) => Path.Combine(folder, $"{Name}.jsonl");

    /// <summary>Writes the other forms beside the JSON lines.</summary>
    public async Task WriteAllAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var format in new[] { ReportFormat.Csv, ReportFormat.Html })
        {
            await using var file = File.Create(Path.Combine(folder, $"{Name}.{format.Name()}"));
            await WriteAsync(format, file, cancellationToken);
        }
    }

    /// <summary>Writes one form.</summary>
    public async Task WriteAsync(ReportFormat format, Stream output, CancellationToken cancellationToken)
    {
        if (format == ReportFormat.Html)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(ReceiptPage.Of(ValidationReceipt.Of(document))), cancellationToken);
            return;
        }

        await using var lines = File.OpenRead(jsonLines);
        await (format == ReportFormat.Csv ? CsvReport.WriteAsync(lines, output, cancellationToken) : lines.CopyToAsync(output, cancellationToken));
    }
}
