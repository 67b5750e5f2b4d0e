using System.Globalization;

namespace ClosingGap.SampleData;

/// <summary>
/// The district's year: 175 instructional days from August on, holidays, one weather day that is made up on a
/// planned teacher day in April. One school loses one more day (see <see cref="DistrictPlan"/>).
/// </summary>
internal sealed class SchoolCalendar
{
    public const int InstructionalDays = 175;
    public const int FirstNightDay = 60;

    private static readonly int[] PeriodEnds = [28, 58, 87, 116, 145, 174];

    private readonly string[] _isoDays;

    public SchoolCalendar(SampleOptions options)
    {
        SchoolYear = options.SchoolYear;
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Calendar, 0);
        var plan = new HolidayPlan(SchoolYear, ref rng);
        var weekdays = new List<CalendarDay>();
        var days = new List<DateOnly>(InstructionalDays);
        for (var date = plan.FirstTeacherDay; days.Count < InstructionalDays; date = date.AddDays(1))
        {
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var day = plan.Describe(date);
            weekdays.Add(day);
            if (CalendarEvents.IsInstructional(day.Event))
            {
                days.Add(date);
            }
        }

        Weekdays = weekdays;
        Days = days;
        _isoDays = [.. days.Select(Iso)];
        AsOfDay = options.Night == 0 ? InstructionalDays - 1 : FirstNightDay - 2 + options.Night;
        EmergencyDay = 95 + rng.Below(30);
        Sessions = BuildSessions();
        GradingPeriods = [.. Sessions.Where(s => s.Type == "gradingPeriod")];
        Semesters = [.. Sessions.Where(s => s.Type == "semester")];
    }

    public int SchoolYear { get; }

    /// <summary>Every weekday from the first teacher day to the last instructional day.</summary>
    public IReadOnlyList<CalendarDay> Weekdays { get; }

    /// <summary>The instructional days; everything else counts in positions of this list.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public int AsOfDay { get; }

    public DateOnly AsOf => Days[AsOfDay];

    public bool IsYearEnd => AsOfDay == InstructionalDays - 1;

    /// <summary>The instructional day that one school loses.</summary>
    public int EmergencyDay { get; }

    public IReadOnlyList<AcademicPeriod> Sessions { get; }

    public AcademicPeriod[] GradingPeriods { get; }

    public AcademicPeriod[] Semesters { get; }

    public string IsoDay(int day) => _isoDays[day];

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<AcademicPeriod> BuildSessions()
    {
        var year = $"AS-{SchoolYear}";
        var sessions = new List<AcademicPeriod>
        {
            new(year, $"School year {SchoolYear - 1}-{SchoolYear}", "schoolYear", null, 0, InstructionalDays - 1),
            new($"{year}-S1", "Fall semester", "semester", year, 0, PeriodEnds[2]),
            new($"{year}-S2", "Spring semester", "semester", year, PeriodEnds[2] + 1, InstructionalDays - 1),
        };
        for (var p = 0; p < PeriodEnds.Length; p++)
        {
            var first = p == 0 ? 0 : PeriodEnds[p - 1] + 1;
            sessions.Add(new($"{year}-P{p + 1}", $"Six weeks {p + 1}", "gradingPeriod", $"{year}-S{(p / 3) + 1}", first, PeriodEnds[p]));
        }

        return sessions;
    }
}
