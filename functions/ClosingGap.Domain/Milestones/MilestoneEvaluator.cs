using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
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
        if (Unfit(definition, input.GradeLevel) is { } unfit)
        {
            return Of(unfit.Status, [unfit], input.AsOf);
        }

        var conditions = definition.Conditions;
        var reasons = new Reason[conditions.Count];
        var (status, gravest, asOf) = (VerdictStatus.NotEnoughData, int.MinValue, input.AsOf);
        for (var i = 0; i < reasons.Length; i++)
        {
            var (reason, on) = Judge(conditions[i], definition, input);
            reasons[i] = reason;
            if (Gravity.OfCondition(reason.Status) > gravest)
            {
                (status, gravest, asOf) = (reason.Status, Gravity.OfCondition(reason.Status), on ?? input.AsOf);
            }
        }

        return Of(status, reasons, asOf);

        Verdict Of(VerdictStatus found, IReadOnlyList<Reason> why, DateOnly on) =>
            new(definition.Id, definition.Version, found, why, on, Since(found, on, previous))
            {
                Title = definition.Title,
                Titles = definition.Titles.Count == 0 ? null : definition.Titles,
            };
    }

    /// <summary>An unchanged status keeps its date, a new one begins on the as-of date. No date lies after the as-of date, even when an older drop is computed again.</summary>
    public static DateOnly Since(VerdictStatus status, DateOnly asOf, PreviousVerdict? previous) =>
        previous is { } known && known.Status == status && known.Since < asOf ? known.Since : asOf;

    private static (Reason Reason, DateOnly? AsOf) Judge(MilestonePart part, MilestoneDefinition definition, EvaluationInput input)
    {
        if (LmsRule.Judges(part.Indicator))
        {
            return LmsRule.Judge(part, input.Lms);
        }

        return part.Indicator switch
        {
            IndicatorIds.CreditsEarned => (CreditRule.Judge(definition.Grades, input), null),
            IndicatorIds.AssessmentScore or IndicatorIds.AssessmentProficiency => (AssessmentRule.Judge(part, input), null),
            IndicatorIds.CourseCompleted => (CourseCompletionRule.Judge(part, input), null),
            IndicatorIds.Graduation => (GraduationRule.Judge(part, input), null),
            _ => (ThresholdRule.Judge(part, input.Fact(part.Indicator), input.Window), null),
        };
    }

    /// <summary>Why the milestone is not for the student's grade; null when it is.</summary>
    private static Reason? Unfit(MilestoneDefinition definition, string? grade)
    {
        if (definition.Grades.Count == 0 || (grade is not null && definition.Grades.Contains(grade, StringComparer.Ordinal)))
        {
            return null;
        }

        var values = new SortedList<string, SentenceValue>(2, StringComparer.Ordinal) { { "grades", SentenceValue.Of(string.Join(", ", definition.Grades.Select(GradeLevels.Spoken))) } };
        if (grade is null)
        {
            return new Reason(null, VerdictStatus.NotEnoughData, ["grade.unknown"], values);
        }

        // A grade that is not a code is a cell's text, and sentences hold none.
        if (!GradeLevels.IsCode(grade))
        {
            return new Reason(null, VerdictStatus.NotApplicable, ["grade.other"], values);
        }

        values.Add("grade", SentenceValue.Of(GradeLevels.Spoken(grade)));
        return new Reason(null, VerdictStatus.NotApplicable, ["grade.notFor"], values);
    }
}
