using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>What was measured of a student in one LMS source.</summary>
/// <param name="WindowClosed">Whether the school year of its data is over on its as-of date.</param>
/// <param name="Facts">One fact for each indicator of the LMS.</param>
public sealed record LmsMeasure(bool WindowClosed, IReadOnlyList<Fact> Facts)
{
    /// <summary>Measures one student in every LMS source that has data; none when there is no such source.</summary>
    public static IReadOnlyList<LmsMeasure> Of(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        var measures = new LmsMeasure[context.Lms.Count];
        for (var i = 0; i < measures.Length; i++)
        {
            var year = context.Lms[i];
            var own = record.Lms.FirstOrDefault(lms => string.Equals(lms.Source, year.Source, StringComparison.Ordinal));
            measures[i] = new LmsMeasure(
                year.IsOver,
                [
                    .. LmsWorkIndicator.Measure(own, year), LmsLastActivityIndicator.Measure(own, year),
                    LmsActivityMinutesIndicator.Measure(own, year), LmsScoreIndicator.Measure(own, year),
                ]);
        }

        return measures;
    }
}
