using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Releases;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>The record of a rollup: where it stands, who took part, and what came of it. It holds no figure of any group.</summary>
/// <param name="Id">The id, <c>rollup-TX-20261129</c>.</param>
/// <param name="StateCode">The state that it is of.</param>
/// <param name="Date">Its day (UTC).</param>
/// <param name="State">Where it stands.</param>
/// <param name="By">Who asked: <c>schedule</c>, <c>api</c> or a name.</param>
/// <param name="StartedAt">When it was asked for.</param>
public sealed record Rollup(string Id, string StateCode, DateOnly Date, RollupState State, string By, DateTimeOffset StartedAt)
{
    /// <summary>When it became a candidate or failed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The code of the reason for which it failed.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The step and how far it is.</summary>
    public DropProgress? Progress { get; init; }

    /// <summary>Nights before it that were missed and are not made up for, as this one is newer.</summary>
    public IReadOnlyList<DateOnly> MissedNights { get; init; } = [];

    public RollupCounts Counts { get; init; } = new();

    /// <summary>How the figures are protected.</summary>
    public ReleaseRules? Rules { get; init; }

    /// <summary>The number of the newest release when the candidate was protected; 0: there was none.</summary>
    public int? ProtectedAgainst { get; init; }

    /// <summary>What protecting did.</summary>
    public ProtectionReport? Protection { get; init; }

    /// <summary>What somebody should look at before it is released.</summary>
    public IReadOnlyList<RollupAlert> Alerts { get; init; } = [];

    /// <summary>The release that was made of it, or null.</summary>
    public int? Release { get; init; }

    /// <summary>The same rollup as failed; as it is when it does not run any more.</summary>
    internal Rollup FailedIfRunning(DateTimeOffset at, string reasonCode, string reason) => State != RollupState.Running
        ? this
        : this with { State = RollupState.Failed, EndedAt = at, Progress = null, ReasonCode = reasonCode, Reason = reason };
}
