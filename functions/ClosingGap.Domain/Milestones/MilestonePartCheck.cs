using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>Holds one condition of a definition against what the rules can apply.</summary>
internal static class MilestonePartCheck
{
    private const int MaxMinimumEvidence = 366;
    private const int MaxDenominator = 10_000;
    private const long MaxAmount = 10_000;

    /// <param name="part">The condition.</param>
    /// <param name="grades">The grades of the definition.</param>
    /// <param name="place">What stands before the names of its properties: blank, or <c>parts[0].</c>.</param>
    /// <param name="errors">Where errors go.</param>
    public static void Check(MilestonePart part, IReadOnlyList<string> grades, string place, List<SettingError> errors)
    {
        if (part.MinimumEvidence is < 0 or > MaxMinimumEvidence)
        {
            errors.Add(new("milestone.out_of_range", place + "minimumEvidence", "The minimum evidence is outside 0 to 366.", "Give a number from 0 to 366."));
        }

        if (string.Equals(part.Indicator, IndicatorIds.CreditsEarned, StringComparison.Ordinal))
        {
            CheckCredits(part, grades, place, errors);
        }
        else if (part.Indicator is IndicatorIds.AssessmentScore or IndicatorIds.AssessmentProficiency or IndicatorIds.CourseCompleted or IndicatorIds.Graduation)
        {
            CheckSingle(part, place, errors);
        }
        else if (IndicatorScale.Find(part.Indicator) is { } scale)
        {
            CheckThresholds(part, scale, place, errors);
        }
        else
        {
            errors.Add(new(
                "milestone.unknown_indicator", place + "indicator", "No milestone can be made from that indicator.",
                $"Use {string.Join(", ", IndicatorIds.OfMilestones)}."));
        }
    }

    private static void CheckSingle(MilestonePart part, string place, List<SettingError> errors)
    {
        var isTest = part.Indicator is IndicatorIds.AssessmentScore or IndicatorIds.AssessmentProficiency;
        if (isTest && (part.Subjects.Count == 0 || part.Subjects[0].Replace(" ", "", StringComparison.Ordinal) is var word && (word.Length is 0 or > 10 || !word.All(char.IsAsciiLetterOrDigit))))
        {
            errors.Add(new("milestone.missing", place + "subjects", "Tests need the names of their subjects, and the first one is told in sentences: at most ten letters.", "List them as the exports call them, e.g. Reading, English Language Arts."));
        }

        if (part.Indicator == IndicatorIds.AssessmentScore && part.OffTrackNumerator is not >= 1)
        {
            errors.Add(new("milestone.missing", place + "offTrackNumerator", "The indicator needs a benchmark.", "Give the score from which the benchmark is met."));
        }

        if (part.Indicator == IndicatorIds.CourseCompleted && part.Courses.Count == 0)
        {
            errors.Add(new("milestone.missing", place + "courses", "The indicator needs the codes of the course.", "List SCED codes, e.g. \"02052\", or the district's own."));
        }

        if (part.Indicator == IndicatorIds.CourseCompleted && !GradeLevels.TryNumber(part.ByGrade, out _))
        {
            errors.Add(new("milestone.invalid_grade", place + "byGrade", "The grade by the end of which the course is passed is not a numbered grade.", "Use 01 to 12."));
        }

        if (part.Indicator == IndicatorIds.Graduation && part.Years is < 4 or > 6)
        {
            errors.Add(new("milestone.out_of_range", place + "years", "The years are outside 4 to 6.", "Give 4, or 5 or 6 for the extended rates."));
        }
    }

    private static void CheckThresholds(MilestonePart part, IndicatorScale scale, string place, List<SettingError> errors)
    {
        var offTrack = CheckFraction(part.OffTrackNumerator, part.OffTrackDenominator, place + "offTrack", scale, errors);
        if (part.AtRiskNumerator is null || !CheckFraction(part.AtRiskNumerator, part.AtRiskDenominator, place + "atRisk", scale, errors) || !offTrack)
        {
            return;
        }

        var difference = (long)part.OffTrackNumerator!.Value * part.AtRiskDenominator - (long)part.AtRiskNumerator.Value * part.OffTrackDenominator;
        if (scale.LowIsWorse ? difference >= 0 : difference <= 0)
        {
            errors.Add(scale.LowIsWorse
                ? new("milestone.thresholds_reversed", place + "atRiskNumerator", "The at-risk threshold is not above the off-track threshold.", "Give a greater at-risk fraction: of this indicator less is worse.")
                : new("milestone.thresholds_reversed", place + "atRiskNumerator", "The at-risk threshold is not below the off-track threshold.", "Give a smaller at-risk fraction."));
        }
    }

    private static bool CheckFraction(int? numerator, int denominator, string name, IndicatorScale scale, List<SettingError> errors)
    {
        if (numerator is null)
        {
            errors.Add(new("milestone.missing", name + "Numerator", "The indicator needs this threshold.", "Give numerator and denominator."));
            return false;
        }

        if (numerator < 1 || denominator is < 1 or > MaxDenominator)
        {
            // A threshold of zero would be reached by everyone, the student without any absence included.
            errors.Add(new("milestone.out_of_range", name + "Numerator", "The fraction is not above zero, or its denominator is outside 1 to 10000.", "Give whole numbers such as 1 and 10."));
            return false;
        }

        var isPart = scale is { IsShare: true, LowIsWorse: false };
        if (isPart ? numerator > denominator : numerator > MaxAmount * denominator)
        {
            errors.Add(new("milestone.out_of_range", name + "Numerator", isPart ? "The share is above 1." : "The amount is above 10000.", "Give a smaller fraction."));
            return false;
        }

        return true;
    }

    private static void CheckCredits(MilestonePart part, IReadOnlyList<string> grades, string place, List<SettingError> errors)
    {
        if (part.AtRiskNumerator is not null || part.OffTrackNumerator is not null)
        {
            errors.Add(new("milestone.not_used", place + "offTrackNumerator", "Credits are judged against the student's plan, not against a threshold.", "Leave the thresholds out; the shortfall is a setting of the district."));
        }

        if (grades.Count == 0)
        {
            errors.Add(new("milestone.missing", "grades", "Credits need the grades that lead to graduation.", "List them, e.g. 09, 10, 11, 12."));
        }

        var first = 0;
        for (var i = 0; i < grades.Count; i++)
        {
            if (!GradeLevels.TryNumber(grades[i], out var number) || (i > 0 && number != first + i))
            {
                errors.Add(new("milestone.invalid_grade", FormattableString.Invariant($"grades[{i}]"), "The grades of a path to graduation are not consecutive numbered grades.", "List them in order, e.g. 09, 10, 11, 12."));
                return;
            }

            first = i == 0 ? number : first;
        }
    }
}
