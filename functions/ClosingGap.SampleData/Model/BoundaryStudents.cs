namespace ClosingGap.SampleData;

/// <summary>Which students are the boundary cases, and how they attend. All are in elementary schools, which lose no day.</summary>
internal static class BoundaryStudents
{
    private static readonly (int Student, BoundaryCase Case, int Entry, int Exit)[] All =
    [
        (13, BoundaryCase.TenPercentActive, 0, SchoolCalendar.InstructionalDays),
        (29, BoundaryCase.TenPercentActive, 1, SchoolCalendar.InstructionalDays),
        (45, BoundaryCase.TenPercentActive, 2, SchoolCalendar.InstructionalDays),
        (61, BoundaryCase.TenPercentActive, 3, SchoolCalendar.InstructionalDays),
        (76, BoundaryCase.TenPercentActive, 4, SchoolCalendar.InstructionalDays),
        (90, BoundaryCase.TenPercentLeaver, 0, 50),
        (91, BoundaryCase.BelowTenPercentLeaver, 0, 50),
        (107, BoundaryCase.MinimumDaysTenPercent, 0, 10),
        (123, BoundaryCase.MinimumDaysNoAbsence, 0, 10),
        (139, BoundaryCase.BelowMinimumDays, 0, 9),
        (154, BoundaryCase.FivePercentLeaver, 0, 50),
        (168, BoundaryCase.NoShow, 0, 0),
    ];

    private static readonly Dictionary<int, (BoundaryCase Case, int Entry, int Exit)> ByStudent =
        All.ToDictionary(a => a.Student, a => (a.Case, a.Entry, a.Exit));

    public static (BoundaryCase Case, int Entry, int Exit)? Find(int student) =>
        ByStudent.TryGetValue(student, out var found) ? found : null;

    /// <summary>Half-days absent on the student's n-th membership day, from 1.</summary>
    public static int AbsentHalfDays(BoundaryCase boundary, int n) => boundary switch
    {
        BoundaryCase.TenPercentActive => n % 5 == 0 ? 1 : 0,
        BoundaryCase.TenPercentLeaver or BoundaryCase.MinimumDaysTenPercent => n % 10 == 0 ? 2 : 0,
        BoundaryCase.BelowTenPercentLeaver => n == 50 ? 1 : n % 10 == 0 ? 2 : 0,
        BoundaryCase.BelowMinimumDays => n % 3 == 0 ? 2 : 0,
        BoundaryCase.FivePercentLeaver => n % 10 == 0 ? 1 : 0,
        _ => 0,
    };
}
