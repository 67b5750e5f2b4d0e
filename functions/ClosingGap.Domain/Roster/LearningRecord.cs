using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Roster;

/// <summary>
/// What verdicts may read of one student: what happened at school. It holds no name, no id, no demographics and no program,
/// so that no verdict can depend on them. Rows may come in any order.
/// </summary>
public sealed record LearningRecord
{
    /// <summary>CEDS grade code (KG, 01 … 12); null: the grade of the latest membership is taken.</summary>
    public string? GradeLevel { get; init; }

    public IReadOnlyList<SchoolMembership> Memberships { get; init; } = [];

    public SectionMembership[] Sections { get; init; } = [];

    public AttendanceMark[] Attendance { get; init; } = [];

    public PeriodGrade[] Grades { get; init; } = [];

    public CourseAttempt[] Attempts { get; init; } = [];

    public DisciplineMark[] Discipline { get; init; } = [];

    public AssessmentResult[] Assessments { get; init; } = [];

    /// <summary>What learning management systems hold, one entry for each source that knows the student.</summary>
    public IReadOnlyList<LmsRecord> Lms { get; init; } = [];
}
