using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// What transcripts say beside credits in all: the grade point average over all rows, Σ(points × credits attempted) / Σ credits attempted;
/// of the school year, without summer terms, the courses failed and the credits earned. A row whose repeat code is not counted, or whose
/// mark has no points, enters no average; a student without a mark that counts has no average, not one of 0.
/// </summary>
public static class TranscriptIndicator
{
    public const string Courses = "courses";
    public const string PotentialHundredths = "potentialHundredths";
    public const string YearAttemptedHundredths = "attemptedHundredths";

    /// <summary>Measures one student.</summary>
    public static Fact[] Measure(LearningRecord record, SchoolYearContext context, VerdictSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        long points = 0, weighted = 0, averaged = 0, courses = 0;
        long failed = 0, finished = 0, coreFailed = 0, coreFinished = 0, earned = 0, attempted = 0, potential = 0, yearRows = 0;
        foreach (ref readonly var attempt in record.Attempts.AsSpan())
        {
            if (!string.IsNullOrEmpty(attempt.RepeatCode) && settings.Credits.NotCountedRepeatCodes.Contains(attempt.RepeatCode))
            {
                continue;
            }

            if (attempt.AttemptedHundredths > 0 && settings.Grades.Scale.PointsOf(attempt.FinalLetter, attempt.FinalNumericHundredths) is { } worth
                && attempt.Result is not (CourseAttemptResult.Withdrawn or CourseAttemptResult.Incomplete))
            {
                var added = attempt.Category is { } category && worth > 0 ? settings.Grades.Scale.AddedPoints.GetValueOrDefault(category.Trim()) : 0;
                points += (long)worth * attempt.AttemptedHundredths;
                weighted += (long)(worth + added) * attempt.AttemptedHundredths;
                averaged += attempt.AttemptedHundredths;
                courses++;
            }

            if (attempt.SchoolYear != context.SchoolYear || attempt.IsSummer)
            {
                continue;
            }

            yearRows++;
            earned += attempt.EarnedHundredths;
            attempted += attempt.AttemptedHundredths;
            if (!attempt.IsFinished)
            {
                potential += attempt.AttemptedHundredths;
                continue;
            }

            var fails = CourseAttemptIndicator.IsFailed(attempt, settings.Grades) ? 1 : 0;
            finished++;
            failed += fails;
            coreFinished += attempt.Subject == CoreSubject.None ? 0 : 1;
            coreFailed += attempt.Subject == CoreSubject.None ? 0 : fails;
        }

        return
        [
            Make(IndicatorIds.GradePoints, points, averaged, FactUnit.MarkHundredths, courses, new EvidenceItem(Courses, courses)),
            Make(IndicatorIds.WeightedGradePoints, weighted, averaged, FactUnit.MarkHundredths, courses, new EvidenceItem(Courses, courses)),
            Make(IndicatorIds.SemesterFailures, failed, finished, FactUnit.Courses, finished),
            Make(IndicatorIds.CoreSemesterFailures, coreFailed, coreFinished, FactUnit.Courses, coreFinished),
            Make(
                IndicatorIds.YearCredits, earned, 0, FactUnit.CreditHundredths, yearRows,
                new EvidenceItem(YearAttemptedHundredths, attempted), new EvidenceItem(PotentialHundredths, earned + potential)),
        ];

        Fact Make(string id, long numerator, long denominator, FactUnit unit, long rows, params EvidenceItem[] evidence) => new(
            id, null, numerator, denominator, unit, context.FirstDay, context.AsOf, context.AsOf,
            !context.Holds(SnapshotTables.CourseTranscripts) ? MissingEvidence.Table : rows == 0 ? MissingEvidence.Rows : MissingEvidence.None, evidence);
    }
}
