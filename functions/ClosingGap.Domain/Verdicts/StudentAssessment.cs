using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Verdicts;

/// <summary>The whole assessment of one student: facts, verdicts, groups, priority. Pure: the same input gives the same result.</summary>
public static class StudentAssessment
{
    /// <summary>Assesses one student.</summary>
    /// <param name="student">The student's record, rows in any order.</param>
    /// <param name="context">The school year.</param>
    /// <param name="settings">The district's settings, checked.</param>
    /// <param name="milestones">The definitions, checked; those in force on the as-of date are applied.</param>
    /// <param name="previous">What was published last, or null.</param>
    public static StudentResult Assess(
        StudentRecord student,
        SchoolYearContext context,
        VerdictSettings settings,
        MilestoneSet milestones,
        PreviousVerdicts? previous = null)
    {
        ArgumentNullException.ThrowIfNull(student);
        throw new NotSupportedException("Written next.");
    }
}
