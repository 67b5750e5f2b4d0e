namespace ClosingGap.Domain.Lms;

/// <summary>Which tables of a learning management system hold rows. Each is named <c>lms</c> and then the flag.</summary>
[Flags]
public enum LmsTables
{
    None = 0,
    Sections = 1,
    Assignments = 2,
    Users = 4,
    SectionAssociations = 8,
    Submissions = 16,
    Grades = 32,
    Activities = 64,
    All = 127,
}
