namespace ClosingGap.SampleData;

/// <summary>Ed-Fi CalendarEvent descriptor values, spelt as Ed-Fi does.</summary>
internal static class CalendarEvents
{
    public const string Instructional = "Instructional day";
    public const string MakeUp = "Make-up day";
    public const string Holiday = "Holiday";
    public const string TeacherOnly = "Teacher only day";
    public const string Weather = "Weather day";
    public const string Emergency = "Emergency day";

    public static bool IsInstructional(string calendarEvent) => calendarEvent is Instructional or MakeUp;
}
