using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>The context of one activity call.</summary>
internal sealed class ActivityContext(string name, string instanceId) : TaskActivityContext
{
    public override TaskName Name => name;

    public override string InstanceId => instanceId;
}
