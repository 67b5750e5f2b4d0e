namespace ClosingGap.Domain.Roster;

/// <summary>What a grade was given for. Only <see cref="GradingPeriod"/> enters the course verdict.</summary>
public enum GradeType : byte
{
    /// <summary>A grading period's grade, or a row that names no type.</summary>
    GradingPeriod = 0,
    Semester = 1,
    Final = 2,
    ProgressReport = 3,
    MidTerm = 4,
    Exam = 5,
    Conduct = 6,
    Other = 7,
}
