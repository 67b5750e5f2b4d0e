namespace ClosingGap.Cli;

/// <summary>Ends a command with a sentence for the person who called it and an exit code; it shows no stack.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">What was wrong and what to do.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
