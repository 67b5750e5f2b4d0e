namespace ClosingGap.SampleData.Tests;

public sealed class CalendarTests
{
    [Fact]
    public void Calendar_AnySchoolYearAndSeed_Has175DaysAndOneWeatherDayMadeUp()
    {
        for (var year = 2000; year <= 2100; year++)
        {
            var calendar = new SchoolCalendar(new SampleOptions { SchoolYear = year, Seed = year * 31 });
            Assert.Equal(175, calendar.Weekdays.Count(d => d.Event is "Instructional day" or "Make-up day"));
            Assert.Equal(175, calendar.Days.Distinct().Count());
            Assert.Single(calendar.Weekdays, d => d.Event == "Weather day");
            Assert.Single(calendar.Weekdays, d => d.Event == "Make-up day");
            Assert.InRange(calendar.Days[0], new DateOnly(year - 1, 8, 8), new DateOnly(year - 1, 8, 14));
            Assert.InRange(calendar.Days[^1], new DateOnly(year, 5, 1), new DateOnly(year, 6, 15));
            Assert.DoesNotContain(calendar.Days, d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }

    [Theory]
    [InlineData(0, 174)]
    [InlineData(1, 59)]
    [InlineData(2, 60)]
    [InlineData(116, 174)]
    public void AsOf_OfANight_IsThatInstructionalDay(int night, int day)
    {
        var calendar = new SchoolCalendar(new SampleOptions { Night = night });
        Assert.Equal(calendar.Days[day], calendar.AsOf);
    }

    [Fact]
    public async Task WeatherDay_BeforeItHappens_IsStillPlannedAsSchool()
    {
        using var before = await SampleRun.CreateAsync(new SampleOptions { Students = 50, Night = 1 });
        using var after = await SampleRun.CreateAsync(new SampleOptions { Students = 50 });

        Assert.DoesNotContain("Weather day", before["calendarDates.csv"].Values("calendarEvent"));
        Assert.DoesNotContain("Emergency day", before["calendarDates.csv"].Values("calendarEvent"));
        Assert.Single(after["calendarDates.csv"].Values("calendarEvent"), e => e == "Emergency day");
        Assert.Equal(after["orgs.csv"].Rows.Count - 1, after["calendarDates.csv"].Values("calendarEvent").Count(e => e == "Weather day"));
    }
}
