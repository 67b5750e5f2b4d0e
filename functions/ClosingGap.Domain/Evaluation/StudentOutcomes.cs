using ClosingGap.Domain.Graduation;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Evaluation;

/// <summary>Finds what became of a student in data that are later than a flag.</summary>
public static class StudentOutcomes
{
    /// <summary>How the student left, if at all, and how the latest marks are. Both may be known of one student.</summary>
    /// <param name="record">The student's later record.</param>
    /// <param name="result">What was found of it.</param>
    /// <param name="context">The later school year.</param>
    public static IReadOnlyList<Outcome> Of(LearningRecord record, StudentResult result, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(context);
        var outcomes = new List<Outcome>(2);
        if (CohortMembership.LastOf(record, context) is { ExitWithdrawDate: { } exit } last && exit <= context.AsOf)
        {
            outcomes.Add(new Outcome(KindOf(CohortMembership.ExitOf(last).Exit), exit));
        }

        if (result.Fact(IndicatorIds.CourseFailures) is { Missing: MissingEvidence.None } failures)
        {
            outcomes.Add(new Outcome(failures.Numerator > 0 ? OutcomeKind.FailingCourses : OutcomeKind.PassingCourses, failures.To));
        }

        return outcomes;
    }

    private static OutcomeKind KindOf(CohortExit exit) => exit switch
    {
        CohortExit.RegularDiploma => OutcomeKind.Graduated,
        CohortExit.WithoutDiploma => OutcomeKind.DroppedOut,
        CohortExit.None => OutcomeKind.Unknown,
        _ => OutcomeKind.LeftOtherwise,
    };
}
