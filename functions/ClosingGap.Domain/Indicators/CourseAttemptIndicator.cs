using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Transcript rows failed of all transcript rows of the student. The row's result decides; where it gives none, its grade.</summary>
public static class CourseAttemptIndicator
{
    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var failed = 0;
        foreach (ref readonly var attempt in record.Attempts.AsSpan())
        {
            failed += IsFailed(attempt, settings) ? 1 : 0;
        }

        var missing = !context.Holds(SnapshotTables.CourseTranscripts) ? MissingEvidence.Table
            : record.Attempts.Length == 0 ? MissingEvidence.Rows
            : MissingEvidence.None;
        return new Fact(
            IndicatorIds.CourseAttempts, null, failed, record.Attempts.Length, FactUnit.Courses,
            context.FirstDay, context.AsOf, context.AsOf, missing, []);
    }

    /// <summary>Whether an attempt was failed.</summary>
    public static bool IsFailed(in CourseAttempt attempt, GradeSettings settings) => attempt.Result == CourseAttemptResult.NotGiven
        ? FailingGrades.IsFailing(attempt.FinalLetter, attempt.FinalNumericHundredths, settings) == true
        : attempt.Result == CourseAttemptResult.Fail;
}
