using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap district show</c>.</summary>
internal static class DistrictShowCommand
{
    public static Command Create(CliContext context)
    {
        var district = new DistrictOptions();
        var connection = new ConnectionOptions();
        var command = new Command("show", "Shows a district's registration.");
        district.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = district.Read(parsed).ToString();
            using var api = new ApiClient(connection.Read(parsed, context));
            RegistrationPrinter.Print(context.Out, name, await api.RegistrationAsync(name, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
