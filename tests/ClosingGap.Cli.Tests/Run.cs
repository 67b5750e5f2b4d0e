using Spectre.Console;

namespace ClosingGap.Cli.Tests;

/// <summary>One run of the command line and what it wrote, without a terminal.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public static async Task<Run> InAsync(string workingDirectory, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        var exitCode = await CommandLine.RunAsync(
            args,
            new CliContext
            {
                Out = output,
                Error = error,
                Console = console,
                WorkingDirectory = workingDirectory,
                Environment = name => environment?.GetValueOrDefault(name),
            },
            TestContext.Current.CancellationToken);
        return new Run(exitCode, output.ToString(), error.ToString());
    }

    public static Task<Run> OfAsync(params string[] args) => InAsync(Path.GetTempPath(), null, args);
}
