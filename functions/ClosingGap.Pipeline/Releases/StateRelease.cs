namespace ClosingGap.Pipeline.Releases;

/// <summary>A release of a state's figures: a rollup that is, or was, published.</summary>
/// <param name="Id">The id, <c>release-TX-3</c>.</param>
/// <param name="StateCode">The state.</param>
/// <param name="Number">Counts the releases of the state, from 1.</param>
/// <param name="Kind">Why it was made.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rollup">The rollup whose figures it holds.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="RequestedAt">When.</param>
public sealed record StateRelease(
    string Id, string StateCode, int Number, ReleaseKind Kind, ReleaseState State, string Rollup, string By, DateTimeOffset RequestedAt)
{
    /// <summary>The day of the calendar; null for a correction.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The calendar's label; null for a correction.</summary>
    public string? Label { get; init; }

    /// <summary>Why it corrects; null for a scheduled one.</summary>
    public string? Reason { get; init; }

    /// <summary>When readers saw it first.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>The number of the release before, against which its figures are protected; 0: there was none.</summary>
    public int? ProtectedAgainst { get; init; }

    /// <summary>Where its files are: a prefix in the container <c>exports</c>.</summary>
    public string? Exports { get; init; }

    /// <summary>The code of the reason for which it failed.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The id of that release.</summary>
    public static string IdOf(string state, int number) => FormattableString.Invariant($"release-{state}-{number}");
}
