namespace ClosingGap.LocalRuntime.Tests.Orchestration;

/// <summary>Scoped: what an activity gets injected.</summary>
public sealed class OrderService
{
    public int Double(int value) => value * 2;
}
