using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by an NCRONTAB schedule of five or six fields, in UTC.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    public TimerTriggerAttribute(string schedule) => Schedule = schedule;

    /// <summary>The schedule, or <c>%Setting%</c>.</summary>
    public string Schedule { get; }

    /// <summary>Whether the schedule's state is kept over restarts. Schedules under a minute are never kept.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
