using ClosingGap.LocalRuntime.Discovery;

namespace ClosingGap.LocalRuntime.Timers;

/// <summary>A function with a schedule.</summary>
internal sealed class TimerFunction(FunctionMethod method, TimerSchedule schedule, bool monitored, bool runOnStartup) : LocalFunction(method)
{
    public TimerSchedule Schedule => schedule;

    public bool Monitored => monitored;

    public bool RunOnStartup => runOnStartup;
}
