using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Timers;

public sealed class TimerSampleFunctions(TimerRuns runs)
{
    [Function("Nightly")]
    public Task Nightly([TimerTrigger("%NightlySchedule%")] TimerInfo timer) => runs.RunAsync(timer);
}
