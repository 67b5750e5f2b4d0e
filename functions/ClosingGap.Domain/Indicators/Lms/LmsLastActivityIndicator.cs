using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>
/// Days from the student's last activity in the LMS to its as-of date: the latest time in the window at which the student handed something
/// in, did something that was recorded, or was last active in a section. A student of whom the window holds no such time is not measured:
/// an export without activities would else make everyone inactive.
/// </summary>
public static class LmsLastActivityIndicator
{
    public const string LastActivityDate = "lastActivity";

    private const LmsTables Any = LmsTables.SectionAssociations | LmsTables.Submissions | LmsTables.Activities;

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LmsRecord? record, LmsYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var needed = (year.Tables & Any) == LmsTables.None ? Any : LmsTables.None;
        if (LmsFact.Without(record, year, needed, IndicatorIds.LmsLastActivity, FactUnit.Days) is { } without)
        {
            return without;
        }

        return Latest(record!, year) is { } last
            ? LmsFact.Of(
                year, IndicatorIds.LmsLastActivity, FactUnit.Days, year.AsOf.DayNumber - last.DayNumber, 0, MissingEvidence.None,
                [new(LastActivityDate, null, last)])
            : LmsFact.Of(year, IndicatorIds.LmsLastActivity, FactUnit.Days, 0, 0, MissingEvidence.Rows, []);
    }

    private static DateOnly? Latest(LmsRecord record, LmsYear year)
    {
        DateTime? latest = null;
        foreach (ref readonly var association in record.Associations.AsSpan())
        {
            Take(association.LastActivity);
        }

        foreach (ref readonly var submission in record.Submissions.AsSpan())
        {
            Take(submission.SubmittedAt);
        }

        foreach (ref readonly var activity in record.Activities.AsSpan())
        {
            Take(activity.At);
        }

        return latest is { } time ? DateOnly.FromDateTime(time) : null;

        void Take(DateTime? time)
        {
            if (time is { } at && year.Includes(at) && (latest is null || at > latest))
            {
                latest = at;
            }
        }
    }
}
