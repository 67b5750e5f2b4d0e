using System.CommandLine;
using ClosingGap.Cli.Dropping;

namespace ClosingGap.Cli.Commands;

/// <summary>The options of commands that can wait for a drop's end.</summary>
internal sealed class WaitingOptions
{
    private static readonly WaitOptions s_defaults = new();
    private readonly Option<bool> _wait = new("--wait") { Description = "Waits for the end of the drop and prints what it did." };
    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Minutes to wait at most: up to 1440. The drop goes on after that.",
        DefaultValueFactory = _ => s_defaults.Deadline.TotalMinutes,
    };

    private readonly Option<double> _interval = new("--interval")
    {
        Description = "Seconds between two questions to the service: 0.05 to 60.",
        DefaultValueFactory = _ => s_defaults.Interval.TotalSeconds,
    };

    public WaitingOptions()
    {
        _timeout.Validators.Add(result => Require(result, result.GetValueOrDefault<double>() is >= 0.01 and <= 1440, "--timeout is a number of minutes from 0.01 to 1440."));
        _interval.Validators.Add(result => Require(result, result.GetValueOrDefault<double>() is >= 0.05 and <= 60, "--interval is a number of seconds from 0.05 to 60."));
    }

    public void AddTo(Command command)
    {
        command.Add(_wait);
        command.Add(_timeout);
        command.Add(_interval);
    }

    /// <summary>How to wait, or null when the command is not to wait.</summary>
    public WaitOptions? Read(ParseResult parsed) => parsed.GetValue(_wait)
        ? new WaitOptions { Deadline = TimeSpan.FromMinutes(parsed.GetValue(_timeout)), Interval = TimeSpan.FromSeconds(parsed.GetValue(_interval)) }
        : null;

    private static void Require(System.CommandLine.Parsing.OptionResult result, bool holds, string sentence)
    {
        if (!holds)
        {
            result.AddError(sentence);
        }
    }
}
