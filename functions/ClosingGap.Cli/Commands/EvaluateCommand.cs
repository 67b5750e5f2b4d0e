using System.CommandLine;
using System.Text.Json;
using ClosingGap.Cli.Dropping;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap evaluate</c>: how well a district's rules told beforehand what became of its students.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CliContext context)
    {
        var district = new DistrictOptions();
        var connection = new ConnectionOptions();
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day from which the rules look, e.g. 2026-10-31. Else the end of the last month in the first half of the school year." };
        var version = new Option<long?>("--version-of-data") { Description = "The published version from whose data the rules judge. Else the newest." };
        var outcomes = new Option<long?>("--version-of-outcomes") { Description = "The published version that knows what became of the students: the same year's end, or the next year. Else the newest." };
        var by = new Option<string?>("--by") { Description = "Who asks." };
        var subgroups = new Option<bool>("--subgroups") { Description = "Prints each rule's subgroups, too." };
        var json = new Option<bool>("--json") { Description = "Prints the whole report as JSON." };
        var command = new Command("evaluate", "Checks a district's rules against what became of its students: what would each have said on a past day, and who got into trouble?") { asOf, version, outcomes, by, subgroups, json };
        district.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var name = district.Read(parsed).ToString();
            var asked = new EvaluationBody(parsed.GetValue(asOf), parsed.GetValue(version), parsed.GetValue(outcomes), parsed.GetValue(by));
            var begun = await api.EvaluateAsync(name, asked, cancellationToken);
            var status = await ServiceWait.UntilEndedAsync(
                begun,
                () => api.EvaluationAsync(name, begun.Id, cancellationToken),
                answer => answer.IsRunning,
                $"The check {begun.Id} has not ended within an hour; it goes on. Ask for it at GET …/evaluations/{begun.Id}.",
                new WaitOptions { Interval = TimeSpan.FromMilliseconds(500) },
                context.Time,
                cancellationToken);
            if (status.Report is not { } report)
            {
                throw new CliException(ExitCodes.Rejected, $"{status.Reason} [{status.ReasonCode}]");
            }

            if (parsed.GetValue(json))
            {
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(report, CliJson.Default.EvaluatedReport));
            }
            else
            {
                new EvaluationPrinter(context).Print(status, report, parsed.GetValue(subgroups));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
