using System.CommandLine;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap state show</c>.</summary>
internal static class StateCommand
{
    public static Command Create(CliContext context) => new("state", "Shows what is published of a state.")
    {
        StateShowCommand.Create(context),
    };
}
