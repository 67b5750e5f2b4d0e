using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>The gap over ordered levels that no cut score moves (<see cref="VStatistic"/>). Levels run from worst to best: above 0 the focal group is behind, whatever the measure.</summary>
/// <param name="Value">V, in standard deviations.</param>
/// <param name="Method">How it was found.</param>
public sealed record VGap(double Value, VMethod Method)
{
    /// <summary>Null when a group is empty or the two do not overlap.</summary>
    internal static VGap? Between(IReadOnlyList<long> reference, IReadOnlyList<long> focal) =>
        VStatistic.Fitted(reference, focal) is { } fitted ? new(GapInterval.Round(fitted), VMethod.Fitted)
        : VStatistic.Trapezoid(reference, focal) is { } trapezoid ? new(GapInterval.Round(trapezoid), VMethod.Trapezoid)
        : null;
}
