using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>Holds definitions against what the rules can apply. Paths are the properties' names in camel case.</summary>
public static class MilestoneDefinitionCheck
{
    private const int MaxMinimumEvidence = 366;

    /// <summary>The errors of one definition; empty when it can be applied.</summary>
    public static IReadOnlyList<SettingError> Check(MilestoneDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var errors = new List<SettingError>();
        if (!IsId(definition.Id))
        {
            errors.Add(new("milestone.invalid_id", "id", "The id is not made of lower-case letters, digits and single hyphens.", "Write it like chronic-absence."));
        }

        if (definition.Version < 1)
        {
            errors.Add(new("milestone.out_of_range", "version", "The version is below 1.", "Start at 1 and raise it with every change of meaning."));
        }

        Require(definition.Title, "title", "Give the words that staff read.", errors);
        Require(definition.Source, "source", "Name the published source of the rule.", errors);
        if (definition.MinimumEvidence is < 0 or > MaxMinimumEvidence)
        {
            errors.Add(new("milestone.out_of_range", "minimumEvidence", "The minimum evidence is outside 0 to 366.", "Give a number from 0 to 366."));
        }

        CheckGrades(definition, errors);
        if (definition.EffectiveTo < definition.EffectiveFrom)
        {
            errors.Add(new("milestone.dates_reversed", "effectiveTo", "The definition ends before it begins.", "Give an end on or after effectiveFrom, or leave it out."));
        }

        switch (definition.Indicator)
        {
            case IndicatorIds.AttendanceRate or IndicatorIds.LmsMissingWork or IndicatorIds.LmsLateWork:
                CheckThresholds(definition, isRate: true, errors);
                break;
            case IndicatorIds.CourseFailures or IndicatorIds.SuspensionDays or IndicatorIds.LmsLastActivity:
                CheckThresholds(definition, isRate: false, errors);
                break;
            case IndicatorIds.CreditsEarned:
                CheckCredits(definition, errors);
                break;
            default:
                errors.Add(new(
                    "milestone.unknown_indicator", "indicator", "No milestone can be made from that indicator.",
                    $"Use {string.Join(", ", IndicatorIds.OfMilestones)}."));
                break;
        }

        return errors;
    }

    /// <summary>The errors of a set: those of each definition (path <c>[id/version].property</c>), and versions given twice.</summary>
    public static IReadOnlyList<SettingError> Check(MilestoneSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var errors = new List<SettingError>();
        MilestoneDefinition? last = null;
        foreach (var definition in set.Definitions)
        {
            var place = FormattableString.Invariant($"[{definition.Id}/{definition.Version}]");
            foreach (var error in Check(definition))
            {
                errors.Add(error with { Path = place + "." + error.Path });
            }

            if (last is not null && string.Equals(last.Id, definition.Id, StringComparison.Ordinal) && last.Version == definition.Version)
            {
                errors.Add(new("milestone.duplicate_version", place, "Two definitions have the same id and version.", "Raise the version of the newer one."));
            }

            last = definition;
        }

        return errors;
    }

    private static void CheckThresholds(MilestoneDefinition definition, bool isRate, List<SettingError> errors)
    {
        var atRisk = CheckFraction(definition.AtRiskNumerator, definition.AtRiskDenominator, "atRisk", isRate, errors);
        var offTrack = CheckFraction(definition.OffTrackNumerator, definition.OffTrackDenominator, "offTrack", isRate, errors);
        if (atRisk && offTrack
            && (long)definition.AtRiskNumerator!.Value * definition.OffTrackDenominator
               >= (long)definition.OffTrackNumerator!.Value * definition.AtRiskDenominator)
        {
            errors.Add(new("milestone.thresholds_reversed", "atRiskNumerator", "The at-risk threshold is not below the off-track threshold.", "Give a smaller at-risk fraction."));
        }
    }

    private static bool CheckFraction(int? numerator, int denominator, string name, bool isRate, List<SettingError> errors)
    {
        if (numerator is null)
        {
            errors.Add(new("milestone.missing", name + "Numerator", "The indicator needs this threshold.", "Give numerator and denominator."));
            return false;
        }

        if (numerator < 1 || denominator is < 1 or > 10_000)
        {
            // A threshold of zero would be reached by everyone, the student without any absence included.
            errors.Add(new("milestone.out_of_range", name + "Numerator", "The fraction is not above zero, or its denominator is outside 1 to 10000.", "Give whole numbers such as 1 and 10."));
            return false;
        }

        if (isRate ? numerator > denominator : numerator > 10_000L * denominator)
        {
            errors.Add(new("milestone.out_of_range", name + "Numerator", isRate ? "The share is above 1." : "The amount is above 10000.", "Give a smaller fraction."));
            return false;
        }

        return true;
    }

    private static void CheckCredits(MilestoneDefinition definition, List<SettingError> errors)
    {
        if (definition.AtRiskNumerator is not null || definition.OffTrackNumerator is not null)
        {
            errors.Add(new("milestone.not_used", "offTrackNumerator", "Credits are judged against the student's plan, not against a threshold.", "Leave the thresholds out; the shortfall is a setting of the district."));
        }

        if (definition.Grades.Count == 0)
        {
            errors.Add(new("milestone.missing", "grades", "Credits need the grades that lead to graduation.", "List them, e.g. 09, 10, 11, 12."));
        }

        var first = 0;
        for (var i = 0; i < definition.Grades.Count; i++)
        {
            if (!GradeLevels.TryNumber(definition.Grades[i], out var number) || (i > 0 && number != first + i))
            {
                errors.Add(new("milestone.invalid_grade", FormattableString.Invariant($"grades[{i}]"), "The grades of a path to graduation are not consecutive numbered grades.", "List them in order, e.g. 09, 10, 11, 12."));
                return;
            }

            first = i == 0 ? number : first;
        }
    }

    private static void CheckGrades(MilestoneDefinition definition, List<SettingError> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Grades.Count; i++)
        {
            if (!GradeLevels.IsCode(definition.Grades[i]) || !seen.Add(definition.Grades[i]))
            {
                errors.Add(new("milestone.invalid_grade", FormattableString.Invariant($"grades[{i}]"), "This is not a grade code, or it is there twice.", "Use CEDS codes: PK, KG, 01 to 13, UG …"));
            }
        }
    }

    private static void Require(string? text, string path, string fix, List<SettingError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new("milestone.missing", path, "The text is missing.", fix));
        }
    }

    private static bool IsId(string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > 64 || id[0] == '-' || id[^1] == '-' || id.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
