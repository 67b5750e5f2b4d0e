using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.History;

/// <summary>
/// The months of a school year that are settled: over for a week, so that what is handed in a few days late is not taken for a correction.
/// Made once for a district, read by every student; safe to share between threads.
/// </summary>
public sealed class HistoryMonths
{
    private const int SettledAfterDays = 7;

    private HistoryMonths(IReadOnlyList<SchoolYearContext> months, VerdictSettings settings, MilestoneSet milestones, string rules, string shared) =>
        (Months, Settings, Milestones, Rules, Shared) = (months, settings, milestones, rules, shared);

    /// <summary>The school year as seen from the end of each settled month.</summary>
    public IReadOnlyList<SchoolYearContext> Months { get; }

    internal VerdictSettings Settings { get; }

    internal MilestoneSet Milestones { get; }

    /// <summary>Names the definitions and settings.</summary>
    internal string Rules { get; }

    /// <summary>Names what all students share: calendars, sessions, what schools submitted.</summary>
    internal string Shared { get; }

    /// <summary>The settled months.</summary>
    /// <param name="year">The school year as of now.</param>
    /// <param name="settings">The district's settings.</param>
    /// <param name="milestones">All definitions; those on an LMS are left out: what it holds of the past is not known day by day.</param>
    /// <param name="rules">Names the definitions and settings, e.g. a hash of them.</param>
    public static HistoryMonths Of(SchoolYearContext year, VerdictSettings settings, MilestoneSet milestones, string rules)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(milestones);
        var months = new List<SchoolYearContext>();
        var shared = new RowHash();
        for (var end = EndOfMonth(year.FirstDay); end <= year.LastDay && end.AddDays(SettledAfterDays) <= year.AsOf; end = EndOfMonth(end.AddDays(1)))
        {
            var month = year.SeenFrom(end);
            foreach (var (school, date) in month.LastSubmitted)
            {
                shared.Add(school, date.DayNumber);
            }

            months.Add(month);
        }

        if (months.Count > 0)
        {
            AddShared(shared, year, months[^1].AsOf);
        }

        var kept = new MilestoneSet(milestones.Definitions.Where(definition => !definition.Conditions.Any(part => LmsRule.Judges(part.Indicator))));
        return new HistoryMonths(months, settings, kept, rules, shared.ToString());
    }

    private static void AddShared(RowHash shared, SchoolYearContext year, DateOnly through)
    {
        foreach (var session in year.Sessions.Values)
        {
            shared.Add(session.SourcedId, session.Begin.DayNumber, session.End.DayNumber);
        }

        foreach (var day in year.Calendar.District.Within(year.FirstDay, through))
        {
            shared.Add("", day.DayNumber);
        }

        foreach (var school in year.LastSubmitted.Keys)
        {
            shared.Add(school, year.Calendar.For(school).CountThrough(through));
        }
    }

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
}
