using System.Diagnostics;
using ClosingGap.LocalRuntime.Durable;

namespace ClosingGap.LocalRuntime.KillHost;

/// <summary>Counts durable steps, and kills the process (SIGKILL: no handler, no flush, no finally) at the chosen one.</summary>
internal sealed class StepKiller(int crashAt)
{
    private int steps;

    public int Steps => Volatile.Read(ref steps);

    public void Reached(DurableStep step)
    {
        if (Interlocked.Increment(ref steps) == crashAt)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
