using ClosingGap.Domain.Statistics;
using ClosingGap.Domain.Summaries;

namespace ClosingGap.Domain.Gaps;

/// <summary>The mergeable figures of one group, as they are stored.</summary>
/// <param name="Students">Students with a membership in the school year.</param>
/// <param name="Active">Of these, members on the as-of date.</param>
/// <param name="Bands">Students by attendance, worst first: chronic, at risk, satisfactory, none absent.</param>
/// <param name="Milestones">By milestone: students judged, worst first: off track, at risk, on track, met.</param>
/// <param name="Indicators">The values of indicators.</param>
public sealed record GapFigures(long Students, long Active, long[] Bands, SortedDictionary<string, long[]> Milestones, IndicatorCounts Indicators)
{
    private const int FirstWell = 2;

    /// <summary>The most subjects that are told, in ordinal order.</summary>
    public const int MostSubjects = 20;

    /// <summary>By subject: students by performance level, lowest first; null where the district names no order of levels.</summary>
    public SortedDictionary<string, long[]>? Levels { get; init; }

    /// <summary>The figures of a tally.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="group">The group's key, or <see cref="GapCounts.All"/>.</param>
    /// <param name="gaps">The counts beside it.</param>
    public static GapFigures From(Tally tally, string group, GapCounts gaps)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(gaps);
        var milestones = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (id, counts) in tally.Milestones)
        {
            milestones[id] = [counts.OffTrack, counts.AtRisk, counts.OnTrack, counts.Met];
        }

        var bands = tally.Attendance;
        return new GapFigures(
            tally.Students, tally.Active, [bands.Chronic, bands.AtRisk, bands.Satisfactory, bands.None], milestones,
            gaps.Indicators.GetValueOrDefault(group) ?? new IndicatorCounts())
        {
            Levels = gaps.Levels.TryGetValue(group, out var subjects)
                ? new SortedDictionary<string, long[]>(subjects.Take(MostSubjects).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
                : null,
        };
    }

    /// <summary>The rate of a measure; one of nobody when it was not measured.</summary>
    public Rate RateOf(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (LevelsOf(measure) is { } levels)
        {
            var isChronic = string.Equals(measure, GapMeasure.Chronic, StringComparison.Ordinal);
            return new Rate(isChronic ? levels[0] : levels.Skip(FirstWell).Sum(), levels.Sum());
        }

        var counts = measure.EndsWith(MeasuredIndicator.AnySuffix, StringComparison.Ordinal)
            ? Indicators.Of(measure[..^MeasuredIndicator.AnySuffix.Length])
            : default;
        return new Rate(counts.Any, counts.Count);
    }

    /// <summary>Students by level, worst first; null for a measure without levels.</summary>
    public long[]? LevelsOf(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return string.Equals(measure, GapMeasure.Chronic, StringComparison.Ordinal) ? Bands
            : measure.StartsWith(GapMeasure.MilestonePrefix, StringComparison.Ordinal)
            ? Milestones.GetValueOrDefault(measure[GapMeasure.MilestonePrefix.Length..]) ?? new long[Bands.Length]
            : measure.StartsWith(GapMeasure.LevelsPrefix, StringComparison.Ordinal) ? Levels?.GetValueOrDefault(measure[GapMeasure.LevelsPrefix.Length..])
            : null;
    }
}
