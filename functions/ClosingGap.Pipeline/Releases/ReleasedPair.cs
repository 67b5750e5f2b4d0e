using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Statistics;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>The rates of two groups as a release told them.</summary>
/// <param name="Rates">The rates, each in the middle of what it may be.</param>
/// <param name="Rounding">By how much either may differ from the true one: half a percent where it is exact, half the range where it is one, and half a student. A share.</param>
internal sealed record ReleasedPair(RatePair Rates, double Rounding)
{
    /// <summary>Null unless both are shown and of enough students.</summary>
    public static ReleasedPair? Of(DateOnly on, IReadOnlyList<ShownCell> cells, string reference, string focal) =>
        Find(cells, reference) is { } one && Find(cells, focal) is { } other
            ? new ReleasedPair(new RatePair(on, one.Rate, other.Rate), Math.Max(one.Rounding, other.Rounding))
            : null;

    private static (Rate Rate, double Rounding)? Find(IReadOnlyList<ShownCell> cells, string group)
    {
        if (cells.FirstOrDefault(cell => cell.Group == group) is not { Reliable: true, Students.Value: { } students, Percent: var percent }
            || (percent.Value ?? percent.Low) is not { } low || (percent.Value ?? percent.High) is not { } high)
        {
            return null;
        }

        var outcomes = (long)Math.Round(students * (low + high) / 200, MidpointRounding.AwayFromZero);
        // Beside what the percent leaves open, the middle is rounded to whole students.
        return (new Rate(outcomes, (long)students), ((double)(high - low + 1) / 200) + (.5 / (double)students));
    }
}
