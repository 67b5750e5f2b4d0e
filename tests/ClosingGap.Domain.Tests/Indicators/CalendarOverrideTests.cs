using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class CalendarOverrideTests
{
    [Theory]
    [InlineData("Holiday", true, 1)]
    [InlineData("Holiday", null, 0)]
    [InlineData("Instructional day", false, 0)]
    [InlineData("Instructional day", null, 1)]
    [InlineData("", true, 1)]
    public void Create_ARowThatSaysItself_IsBelievedBeforeItsEvent(string calendarEvent, bool? isInstructional, int days)
    {
        var day = new DateOnly(2025, 9, 2);
        var calendar = DistrictCalendar.Create(
            [new CalendarDay("s", day, calendarEvent, isInstructional)], null, new HashSet<string> { "Instructional day" }, day, day);

        Assert.Equal(days, calendar.For("s").Count);
    }
}
