using System.CommandLine;
using System.CommandLine.Invocation;
using ClosingGap.Cli.Commands;

namespace ClosingGap.Cli;

/// <summary>The command line of <c>closinggap</c>: parses, runs, and turns every ending into an exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliContext context, CancellationToken cancellationToken)
    {
        var parsed = Root(context).Parse(args);
        var invocation = new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Action is ParseErrorAction { } refused)
        {
            refused.ShowHelp = false;
            await parsed.InvokeAsync(invocation, cancellationToken);
            await context.Error.WriteLineAsync("Run the command with --help to see its options.");
            return ExitCodes.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception exception) when (Faults.Describe(exception) is { } fault)
        {
            await context.Error.WriteLineAsync(fault.Message);
            return fault.ExitCode;
        }
    }

    private static RootCommand Root(CliContext context) => new(
        "Checks, drops and follows the nightly exports of school districts.\n"
        + "Exit codes: 0 done or valid, 1 rejected or invalid, 2 wrong use, 3 service fault.")
    {
        ValidateCommand.Create(context),
        ProfileCommand.Create(context),
        SampleCommand.Create(context),
        DistrictCommand.Create(context),
        DropCommand.Create(context),
        StatusCommand.Create(context),
        DecisionCommand.Create(context, "release", "Lets a held drop go on."),
        DecisionCommand.Create(context, "discard", "Puts a held drop aside; nothing of it is applied."),
        DecisionCommand.Create(context, "redrive", "Starts a failed or rejected drop again; has a held one judged anew."),
        RebuildCommand.Create(context),
        EvaluateCommand.Create(context),
        RollupCommand.Create(context),
        StateCommand.Create(context),
        ReportCommand.Create(context),
        ReceiptCommand.Create(context),
    };
}
