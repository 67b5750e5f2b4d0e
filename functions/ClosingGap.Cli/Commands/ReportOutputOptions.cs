using System.CommandLine;
using ClosingGap.Ingest.Reports;

namespace ClosingGap.Cli.Commands;

/// <summary>The options that say in which form a report is given, and where to.</summary>
internal sealed class ReportOutputOptions
{
    private readonly Option<string> _format = new("--format") { Description = "jsonl, csv or html.", DefaultValueFactory = _ => "jsonl" };
    private readonly Option<string?> _out = new("--out") { Description = "The file to write; default: the output. A file keeps the mark by which Excel reads UTF-8." };

    public ReportOutputOptions() => _format.AcceptOnlyFromAmong([.. ReportFormats.Names]);

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_out);
    }

    public ReportFormat Format(ParseResult parsed) => ReportFormats.Find(parsed.GetValue(_format)) ?? ReportFormat.JsonLines;

    /// <summary>The file to write, or null for the output.</summary>
    public string? Read(ParseResult parsed, CliContext context) => parsed.GetValue(_out) is { } path ? context.Resolve(path) : null;
}
