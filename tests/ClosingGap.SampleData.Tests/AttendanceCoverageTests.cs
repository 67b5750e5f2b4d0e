using System.Globalization;

namespace ClosingGap.SampleData.Tests;

public sealed class AttendanceCoverageTests
{
    [Theory]
    [InlineData(200, 1)]
    [InlineData(1000, 0)]
    [InlineData(3000, 25)]
    public async Task Attendance_EverySchoolOnEveryInstructionalDay_HasARow(int students, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night });
        var asOf = run.Summary.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var calendar = run["calendarDates.csv"];
        var days = calendar.Rows.Where(r => r[3] == "true" && string.CompareOrdinal(r[1], asOf) <= 0).Select(r => (r[0], r[1])).ToHashSet();
        var attendance = run["attendance.csv"];
        var rows = attendance.Rows.Select(r => (r[1], r[3])).ToHashSet();

        Assert.Equal(days.Order(), rows.Order());
        Assert.Equal(attendance.Rows.Count, attendance.Rows.Select(r => (r[0], r[3])).Distinct().Count());
    }

    [Fact]
    public async Task Attendance_OfADay_ConcernsAFewHundredthsOfTheStudents()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 2000 });
        Assert.All(
            run["attendance.csv"].Values("eventDate").GroupBy(d => d, StringComparer.Ordinal),
            day => Assert.InRange(day.Count(), 2000 * 0.02, 2000 * 0.13));
    }
}
