using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Milestones;

/// <summary>Applies one definition to a student's facts.</summary>
public static class MilestoneEvaluator
{
    /// <summary>The verdict, with the date on which its status began.</summary>
    /// <param name="definition">A checked definition (see <see cref="MilestoneDefinitionCheck"/>).</param>
    /// <param name="input">The student's facts.</param>
    /// <param name="previous">What was last published of this milestone, or null.</param>
    /// <exception cref="ArgumentException">The definition names no indicator of milestones.</exception>
    public static Verdict Evaluate(MilestoneDefinition definition, EvaluationInput input, PreviousVerdict? previous = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(input);
        var judgement = Judge(definition, input);
        var asOf = judgement.AsOf ?? input.AsOf;
        return new Verdict(
            definition.Id, definition.Version, judgement.Status, judgement.Sentence, judgement.Numbers, asOf, Since(judgement.Status, asOf, previous));
    }

    /// <summary>An unchanged status keeps its date, a new one begins on the as-of date. No date lies after the as-of date, even when an older drop is computed again.</summary>
    public static DateOnly Since(VerdictStatus status, DateOnly asOf, PreviousVerdict? previous) =>
        previous is { } known && known.Status == status && known.Since < asOf ? known.Since : asOf;

    private static Judgement Judge(MilestoneDefinition definition, EvaluationInput input)
    {
        if (definition.Grades.Count > 0)
        {
            if (input.GradeLevel is null)
            {
                return Without(VerdictStatus.NotEnoughData, "The grade level is not known, so it cannot be told whether this milestone applies.");
            }

            if (!definition.Grades.Contains(input.GradeLevel, StringComparer.Ordinal))
            {
                return Without(VerdictStatus.NotApplicable, $"Does not apply to grade {GradeText(input.GradeLevel)}; it is for {string.Join(", ", definition.Grades)}.");
            }
        }

        return definition.Indicator switch
        {
            IndicatorIds.AttendanceRate => ThresholdRule.Attendance(definition, input.Attendance, input.WindowClosed),
            IndicatorIds.CourseFailures => ThresholdRule.Courses(definition, input.CourseFailures, input.WindowClosed),
            IndicatorIds.CreditsEarned => CreditRule.Judge(
                definition, input.Credits, input.GradeLevel!, input.SchoolYear, input.WindowClosed, input.CreditSettings),
            IndicatorIds.SuspensionDays => ThresholdRule.Suspensions(definition, input.Suspensions, input.WindowClosed),
            IndicatorIds.LmsMissingWork or IndicatorIds.LmsLateWork or IndicatorIds.LmsLastActivity => LmsRule.Judge(definition, input.Lms),
            _ => throw new ArgumentException("The definition names no indicator of milestones; check definitions before use.", nameof(definition)),
        };
    }

    // A grade that is not a code is a cell's text, and sentences hold none.
    private static string GradeText(string grade) => GradeLevels.IsCode(grade) ? grade : "levels outside the grade codes";

    private static Judgement Without(VerdictStatus status, string sentence) => new(status, sentence, new SortedList<string, decimal>(StringComparer.Ordinal));
}
