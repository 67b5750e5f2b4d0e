using System.Diagnostics;

namespace ClosingGap.EndToEnd.Service;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the condition holds.</summary>
    /// <exception cref="TimeoutException">It does not hold before the deadline.</exception>
    public static async Task HoldsAsync(string what, TimeSpan deadline, Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(begun) > deadline)
            {
                throw new TimeoutException($"Not within {deadline}: {what}.");
            }

            await Task.Delay(s_between, cancellationToken);
        }
    }
}
