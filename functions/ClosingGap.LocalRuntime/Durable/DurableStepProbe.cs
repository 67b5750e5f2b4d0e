namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Is told of every durable step, on the thread that makes it; for tests that kill the process there.</summary>
internal sealed class DurableStepProbe(Action<DurableStep>? onStep = null)
{
    public void Reached(DurableStep step) => onStep?.Invoke(step);
}
