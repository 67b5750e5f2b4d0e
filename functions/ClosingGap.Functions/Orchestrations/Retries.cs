using ClosingGap.Pipeline.Lanes;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>How often a step is tried, by its kind. Validation findings and holds are answers, not failures: they are never tried again.</summary>
internal static class Retries
{
    /// <summary>A step that reads and writes stores: 5 attempts after 2, 4, 8 and 16 s.</summary>
    public static readonly TaskOptions Step = TaskOptions.FromRetryPolicy(
        new RetryPolicy(5, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(1)) { HandleFailure = IsWorthAnother });

    /// <summary>A step that ends a run and frees its lane: 8 attempts within about three minutes. What fails even so is left to the sweep.</summary>
    public static readonly TaskOptions Ending = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(1)) { HandleFailure = IsWorthAnother });

    /// <summary>True when the attempt no longer holds the lane: whoever holds it now speaks for the drop.</summary>
    public static bool IsLaneLost(TaskFailureDetails failure) => Root(failure).IsCausedBy<LaneLostException>();

    /// <summary>The type of what failed first, below the failures of the orchestrations that called it.</summary>
    public static string ErrorType(TaskFailureDetails failure) =>
        Root(failure) is var root && (root.IsCausedBy<StepFailedException>() || root.IsCausedBy<StepRefusedException>()) ? root.ErrorMessage : root.ErrorType;

    // The same call gives the same answer for these, whenever it is made.
    private static bool IsWorthAnother(TaskFailureDetails failure) =>
        !failure.IsCausedBy<LaneLostException>() && !failure.IsCausedBy<StepRefusedException>();

    private static TaskFailureDetails Root(TaskFailureDetails failure) =>
        failure.InnerFailure is { } inner && string.Equals(failure.ErrorType, typeof(TaskFailedException).FullName, StringComparison.Ordinal)
            ? Root(inner)
            : failure;
}
