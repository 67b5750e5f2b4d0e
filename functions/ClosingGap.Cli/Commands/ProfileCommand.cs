using System.CommandLine;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap profile init</c>.</summary>
internal static class ProfileCommand
{
    public static Command Create(CliContext context) => new("profile", "Drafts a profile for an export of an unknown layout.")
    {
        ProfileInitCommand.Create(context),
    };
}
