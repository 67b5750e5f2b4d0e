using System.Globalization;
using Spectre.Console;

namespace ClosingGap.Local.Screen;

/// <summary>Where progress is shown: a bar on a terminal that can draw one, else a line for each step.</summary>
internal sealed class ProgressScreen(TextWriter output, IAnsiConsole? terminal)
{
    /// <summary>The screen for an output.</summary>
    public static ProgressScreen For(TextWriter output) =>
        new(output, !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true } ? AnsiConsole.Console : null);

    /// <summary>Shows a line of text.</summary>
    public void Line(string text) => output.WriteLine(text);

    /// <summary>Runs work that tells how far it is: a text, and a part from 0 to 1.</summary>
    public Task<T> FollowAsync<T>(Func<Action<string, double>, Task<T>> work) => terminal is null ? LinesAsync(work) : BarAsync(work, terminal);

    private static Task<T> BarAsync<T>(Func<Action<string, double>, Task<T>> work, IAnsiConsole terminal) =>
        terminal.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Starting", true, 1);
                return work((text, part) =>
                {
                    bar.Description = Markup.Escape(text);
                    bar.Value = Math.Max(bar.Value, part);
                });
            });

    private Task<T> LinesAsync<T>(Func<Action<string, double>, Task<T>> work)
    {
        string? last = null;
        return work((text, part) =>
        {
            if (!string.Equals(text, last, StringComparison.Ordinal))
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"  {text} …"));
                last = text;
            }
        });
    }
}
