using Spectre.Console;

namespace ClosingGap.Cli;

/// <summary>What a command reads from its surroundings and where it writes.</summary>
public sealed record CliContext
{
    private const int WidthOfFiles = 200;

    /// <summary>The output: results only, so that it can be piped.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where sentences about faults go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Tables and progress, on <see cref="Out"/>.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>The directory from which relative paths and the endpoints file are looked for.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Environment variables by name.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The context of a real process.</summary>
    public static CliContext OfProcess()
    {
        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
        }

        return new CliContext
        {
            Out = System.Console.Out,
            Error = System.Console.Error,
            Console = AnsiConsole.Console,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>A path of the command line as an absolute one.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, WorkingDirectory);
}
