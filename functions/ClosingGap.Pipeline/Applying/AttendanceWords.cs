namespace ClosingGap.Pipeline.Applying;

/// <summary>The Ed-Fi words by which a row says that the student was there.</summary>
internal static class AttendanceWords
{
    public static bool IsPresent(string? category) =>
        string.Equals(category, "In Attendance", StringComparison.OrdinalIgnoreCase)
        || string.Equals(category, "Present", StringComparison.OrdinalIgnoreCase);
}
