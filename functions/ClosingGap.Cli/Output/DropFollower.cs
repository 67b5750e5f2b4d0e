using ClosingGap.Cli.Dropping;
using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Follows a drop to its end before the eyes of the person who waits, then prints what it did.</summary>
internal static class DropFollower
{
    /// <summary>Waits and prints.</summary>
    /// <returns>The exit code for the state reached.</returns>
    public static async Task<int> FollowAsync(
        ApiClient api, string dropId, WaitOptions options, CliContext context, CancellationToken cancellationToken)
    {
        var waiter = new DropWaiter(api, context.Time, options);
        var status = context.Console.Profile.Capabilities.Interactive
            ? await context.Console.Progress()
                .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(progress => waiter.WaitAsync(dropId, new BarProgressView(progress), cancellationToken))
            : await waiter.WaitAsync(dropId, new PlainProgressView(context.Out), cancellationToken);
        new DropPrinter(context).Print(status);
        return status.ExitCode;
    }
}
