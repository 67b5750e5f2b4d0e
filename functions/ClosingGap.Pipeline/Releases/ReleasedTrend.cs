using ClosingGap.Domain.Gaps;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// What became of a gap from release to release, made of the published percents alone. Its intervals are wider by what their rounding, or their ranges, may do, so
/// that no word rests on it.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Reference">The group with which it is compared.</param>
/// <param name="Trend">The change, as shares; the word only where its interval allows one.</param>
public sealed record ReleasedTrend(string Group, string Reference, GapTrend Trend);
