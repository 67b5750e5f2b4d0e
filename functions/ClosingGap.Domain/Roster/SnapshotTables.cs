namespace ClosingGap.Domain.Roster;

/// <summary>Which of the tables behind the verdicts the snapshot holds. A table that is not there makes "not enough data", never "none".</summary>
[Flags]
public enum SnapshotTables
{
    None = 0,
    CalendarDates = 1,
    Attendance = 2,
    GradingPeriodGrades = 4,
    CourseTranscripts = 8,
    DisciplineActions = 16,
    GraduationPlans = 32,
    StudentPrograms = 64,
    Demographics = 128,
    SchoolEnrollments = 256,
    AssessmentResults = 512,
    All = 1023,
}
