namespace ClosingGap.SampleData;

/// <summary>One weekday of the district's calendar with its Ed-Fi CalendarEvent, and what was planned for it before the year began.</summary>
internal sealed record CalendarDay(DateOnly Date, string Event, string Planned);
