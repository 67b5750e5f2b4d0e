using ClosingGap.Pipeline.Releases;

namespace ClosingGap.Functions.Http;

/// <summary>What may be wrong with a request about a state.</summary>
internal static class StateProblems
{
    public static Problem NoDistricts() => new(
        404, "state.unknown", "No such state", "No district of that state is registered. A state is two capital letters, for example TX.");

    public static Problem NothingReleased() => new(
        404, "state.nothing_released", "Nothing is released", "The state has released nothing, or not this measure. GET …/rollups lists candidates; a day of the calendar, or POST …/rollups/{rollup}/release, releases one.");

    public static Problem UnknownRollup() => new(
        404, "rollup.unknown", "No such rollup", "The state has no rollup of that id. GET …/rollups lists them; an id reads rollup-STATE-YYYYMMDD or rollup-STATE-YYYYMMDD-N.");

    public static Problem NoReason() => new(
        400, "release.reason_missing", "A reason is wanted", "A correction says why: send {\"reason\": \"…\"} of 1 to 500 characters. Readers see it.");

    public static Problem UnknownRelease() => new(404, "release.unknown", "No such release", "The state has no release of that number.");

    public static Problem WrongQuery() => new(
        400, "query.invalid", "The query cannot be read", "level is state, district or school; district reads STATE-ID; school goes with its district; releases is a number.");

    public static Problem Of(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.UnknownRollup => UnknownRollup(),
        ReleaseOutcome.NoCandidate => new Problem(
            409, "rollup.no_candidate", "The rollup is no candidate", "It is still being made, or it failed. Look at it with GET; release one whose state is Candidate."),
        ReleaseOutcome.UnderWay => new Problem(
            409, "release.under_way", "Another release is being prepared", "One release of a state is prepared at a time. Ask again when it has ended.") { RetryAfter = TimeSpan.FromSeconds(30) },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "That is no problem."),
    };
}
