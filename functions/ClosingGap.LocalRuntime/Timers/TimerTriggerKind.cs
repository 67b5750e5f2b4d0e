using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using NCrontab;

namespace ClosingGap.LocalRuntime.Timers;

/// <summary>Timer functions: <c>[TimerTrigger("0 */5 * * * *")] TimerInfo</c>.</summary>
internal sealed class TimerTriggerKind : TriggerKind
{
    public override bool Handles(TriggerBindingAttribute attribute) => attribute is TimerTriggerAttribute;

    public override LocalFunction Create(FunctionCandidate candidate)
    {
        var trigger = (TimerTriggerAttribute)candidate.Trigger;
        var text = SettingReferences.Resolve(trigger.Schedule, candidate.Name, candidate.Configuration);
        TimerSchedule schedule;
        try
        {
            schedule = TimerSchedule.Parse(text);
        }
        catch (CrontabException)
        {
            throw candidate.Problem("LR130", $"its schedule '{text}' is no NCRONTAB expression. Give five fields from minutes, or six from seconds, as in '0 */5 * * * *'.");
        }

        var method = candidate.Bind(
            "timerTrigger",
            "TimerInfo",
            parameter => parameter.ParameterType == typeof(TimerInfo) ? (_, state) => ValueTask.FromResult<object?>(state.Trigger) : null);
        return new TimerFunction(method, schedule, trigger.UseMonitor, trigger.RunOnStartup);
    }
}
