using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap state show</c>: the newest release, or one measure of it.</summary>
internal static class StateShowCommand
{
    public static Command Create(CliContext context)
    {
        var state = new Option<string>("--state") { Description = "The state, for example TX.", Required = true };
        var measure = new Option<string?>("--measure") { Description = "A measure, for example indicator.chronicAbsence. Else the release and its measures." };
        var level = new Option<string?>("--level") { Description = "state, district or school." };
        var district = new Option<string?>("--district") { Description = "One district alone, for example TX-255901." };
        var dimension = new Option<string?>("--dimension") { Description = "The groups of one dimension alone, for example race." };
        var connection = new ConnectionOptions();
        var command = new Command("show", "Shows the newest release of a state.") { state, measure, level, district, dimension };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var name = StateName.Of(parsed.GetValue(state)!);
            if (parsed.GetValue(measure) is not { } wanted)
            {
                StatePrinter.Print(context, await api.StateAsync(name, cancellationToken));
                return ExitCodes.Done;
            }

            string? after = null;
            do
            {
                var query = new (string Name, string? Value)[]
                {
                    ("level", parsed.GetValue(level)), ("district", parsed.GetValue(district)), ("dimension", parsed.GetValue(dimension)), ("after", after),
                };
                var page = await api.MeasureAsync(name, wanted, query, cancellationToken);
                StatePrinter.Print(context, page, after is null);
                after = page.Next;
            }
            while (after is not null);

            return ExitCodes.Done;
        });
        return command;
    }
}
