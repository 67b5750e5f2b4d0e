namespace ClosingGap.Pipeline.Districts;

/// <summary>Does something for each state, so that one that fails does not stop the others.</summary>
internal static class EachState
{
    /// <summary>Does it for all of them, one after the other.</summary>
    /// <exception cref="AggregateException">It failed for some: their codes and the types of what failed, never a message, which may hold anything.</exception>
    public static async Task RunAsync(IReadOnlyList<string> states, Func<string, Task> work, CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        foreach (var state in states)
        {
            try
            {
                await work(state);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failures.Add($"{state} ({failure.GetType().Name})");
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"states.failed: {string.Join(", ", failures)}. The other states were served; these are tried again at the next tick.");
        }
    }
}
