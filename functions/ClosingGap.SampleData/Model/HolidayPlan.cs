namespace ClosingGap.SampleData;

/// <summary>The dates on which there is no school in one school year, from rules rather than from a list of years.</summary>
internal sealed class HolidayPlan
{
    private readonly HashSet<DateOnly> _holidays = [];
    private readonly HashSet<DateOnly> _teacherDays = [];
    private readonly DateOnly _firstDay;
    private readonly DateOnly _weatherDay;
    private readonly DateOnly _makeUpDay;

    public HolidayPlan(int schoolYear, ref KeyedRandom rng)
    {
        var fall = schoolYear - 1;
        _firstDay = Nth(fall, 8, DayOfWeek.Monday, 2);
        FirstTeacherDay = _firstDay.AddDays(-4);
        _holidays.Add(Nth(fall, 9, DayOfWeek.Monday, 1));
        var october = Nth(fall, 10, DayOfWeek.Monday, 2);
        _holidays.Add(october);
        _teacherDays.Add(october.AddDays(1));
        AddWeek(Nth(fall, 11, DayOfWeek.Thursday, 4).AddDays(-3));
        var winter = new DateOnly(fall, 12, 24);
        winter = winter.AddDays(-(((int)winter.DayOfWeek + 6) % 7));
        AddWeek(winter);
        AddWeek(winter.AddDays(7));
        _holidays.Add(Nth(schoolYear, 1, DayOfWeek.Monday, 3));
        _holidays.Add(Nth(schoolYear, 2, DayOfWeek.Monday, 3));
        AddWeek(Nth(schoolYear, 3, DayOfWeek.Monday, 2));
        _makeUpDay = Nth(schoolYear, 4, DayOfWeek.Friday, 2);
        _weatherDay = new DateOnly(schoolYear, 1, 20).AddDays(rng.Below(24));
        while (Plan(_weatherDay) != CalendarEvents.Instructional || _weatherDay.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            _weatherDay = _weatherDay.AddDays(1);
        }
    }

    public DateOnly FirstTeacherDay { get; }

    public CalendarDay Describe(DateOnly date)
    {
        var planned = Plan(date);
        var actual = date == _weatherDay ? CalendarEvents.Weather : date == _makeUpDay ? CalendarEvents.MakeUp : planned;
        return new CalendarDay(date, actual, planned);
    }

    private string Plan(DateOnly date) =>
        _holidays.Contains(date) ? CalendarEvents.Holiday
        : date < _firstDay || date == _makeUpDay || _teacherDays.Contains(date) ? CalendarEvents.TeacherOnly
        : CalendarEvents.Instructional;

    private void AddWeek(DateOnly monday)
    {
        for (var i = 0; i < 5; i++)
        {
            _holidays.Add(monday.AddDays(i));
        }
    }

    private static DateOnly Nth(int year, int month, DayOfWeek day, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)day - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }
}
