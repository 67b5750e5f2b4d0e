namespace ClosingGap.Cli.Dropping;

/// <summary>How long and how often a command asks how a drop stands.</summary>
internal sealed record WaitOptions
{
    /// <summary>Time between two questions. Unit: time; default 1 s; range 0.05 s to 1 min.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time until the command gives up; the drop goes on. Unit: time; default 60 min; range 1 s to 24 h.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Time for which the service may be unreachable while it is waited for. Unit: time; default 30 s; range 0 to 1 h.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromSeconds(30);
}
