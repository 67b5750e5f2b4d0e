using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>
/// Minutes of the student's activities in the window, in hundredths, and as evidence those of the last 28 days of it. An activity without
/// minutes adds nothing; when none has any, the time is not known.
/// </summary>
public static class LmsActivityMinutesIndicator
{
    public const string RecentHundredths = "last28DaysHundredths";
    public const string Activities = "activities";
    public const string WithoutMinutes = "activitiesWithoutMinutes";

    /// <summary>How many days are recent, the last of the window included.</summary>
    public const int RecentDays = 28;

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LmsRecord? record, LmsYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (LmsFact.Without(record, year, LmsTables.Activities, IndicatorIds.LmsActivityMinutes, FactUnit.MinuteHundredths) is { } without)
        {
            return without;
        }

        long all = 0, recent = 0, count = 0, withoutMinutes = 0;
        foreach (ref readonly var activity in record!.Activities.AsSpan())
        {
            if (!year.Includes(activity.At))
            {
                continue;
            }

            count++;
            withoutMinutes += activity.MinuteHundredths is null ? 1 : 0;
            var minutes = Math.Max(0, activity.MinuteHundredths ?? 0);
            all += minutes;
            recent += year.To.DayNumber - DateOnly.FromDateTime(activity.At).DayNumber < RecentDays ? minutes : 0;
        }

        var missing = count == 0 ? MissingEvidence.Rows : count == withoutMinutes ? MissingEvidence.Length : MissingEvidence.None;
        return LmsFact.Of(
            year, IndicatorIds.LmsActivityMinutes, FactUnit.MinuteHundredths, all, 0, missing,
            [new(RecentHundredths, recent), new(Activities, count), new(WithoutMinutes, withoutMinutes)]);
    }
}
