using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>Holds definitions against what the rules can apply. Paths are the properties' names in camel case.</summary>
public static class MilestoneDefinitionCheck
{
    private const int MaxParts = 8;
    private const int MaxWeight = 10;

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
        if (definition.Weight is < 0 or > MaxWeight)
        {
            errors.Add(new("milestone.out_of_range", "weight", "The weight is outside 0 to 10.", "Give 1, or another whole number from 0 to 10."));
        }

        if (definition.Set is not null && !IsId(definition.Set))
        {
            errors.Add(new("milestone.invalid_id", "set", "The set's name is not made of lower-case letters, digits and single hyphens.", "Write it like balfanz."));
        }

        CheckGrades(definition, errors);
        if (definition.EffectiveTo < definition.EffectiveFrom)
        {
            errors.Add(new("milestone.dates_reversed", "effectiveTo", "The definition ends before it begins.", "Give an end on or after effectiveFrom, or leave it out."));
        }

        CheckConditions(definition, errors);
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

    private static void CheckConditions(MilestoneDefinition definition, List<SettingError> errors)
    {
        if (definition.Parts.Count == 0)
        {
            MilestonePartCheck.Check(definition.Conditions[0], definition.Grades, "", errors);
            return;
        }

        if (definition.Indicator.Length > 0 || definition.OffTrackNumerator is not null || definition.AtRiskNumerator is not null)
        {
            errors.Add(new("milestone.not_used", "indicator", "A definition with parts has an indicator or thresholds of its own.", "Write them in a part, or leave the parts out."));
        }

        if (definition.Parts.Count > MaxParts)
        {
            errors.Add(new("milestone.out_of_range", "parts", "There are more than eight parts.", "Make two milestones of it."));
        }

        for (var i = 0; i < definition.Parts.Count; i++)
        {
            MilestonePartCheck.Check(definition.Parts[i], definition.Grades, FormattableString.Invariant($"parts[{i}]."), errors);
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
