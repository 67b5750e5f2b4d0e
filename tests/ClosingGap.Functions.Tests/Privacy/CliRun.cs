using ClosingGap.Cli;
using Spectre.Console;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>One run of the command line, with everything that it wrote.</summary>
internal static class CliRun
{
    public static async Task<string> OfAsync(Uri api, string storage, params string[] args)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var context = new CliContext
        {
            Out = output,
            Error = output,
            Console = console,
            WorkingDirectory = Path.GetTempPath(),
            Environment = name => name switch { "CLOSINGGAP_BASE_URL" => api.GetLeftPart(UriPartial.Authority), "CLOSINGGAP_STORAGE" => storage, _ => null },
        };
        await CommandLine.RunAsync(args, context, TestContext.Current.CancellationToken);
        return output.ToString();
    }
}
