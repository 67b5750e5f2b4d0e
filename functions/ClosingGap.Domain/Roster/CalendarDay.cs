namespace ClosingGap.Domain.Roster;

/// <summary>One calendar row.</summary>
/// <param name="SchoolSourcedId">The school; null or the district's own id for the district's calendar.</param>
/// <param name="Date">The day.</param>
/// <param name="CalendarEvent">Ed-Fi calendar event, e.g. <c>Instructional day</c>.</param>
/// <param name="IsInstructional">Whether it is an instructional day, whatever the event says; null: the event decides.</param>
public readonly record struct CalendarDay(string? SchoolSourcedId, DateOnly Date, string CalendarEvent, bool? IsInstructional = null);
