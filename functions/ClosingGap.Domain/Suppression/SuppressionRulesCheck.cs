using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Suppression;

/// <summary>Holds a rule set against its ranges.</summary>
public static class SuppressionRulesCheck
{
    private const string OutOfRange = "suppression.out_of_range";
    private const string InvalidBands = "suppression.invalid_bands";

    /// <summary>The errors; empty when the rule set can be used.</summary>
    public static IReadOnlyList<SettingError> Check(SuppressionRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var errors = new List<SettingError>();
        if (string.IsNullOrWhiteSpace(rules.Name))
        {
            errors.Add(new("suppression.missing", "name", "The rule set has no name.", "Give it one; reports name it."));
        }

        Within(errors, "minimumStudents", rules.MinimumStudents, 3, 100);
        Within(errors, "minimumOutcomes", rules.MinimumOutcomes, 0, 50);
        Within(errors, "minimumReliableStudents", rules.MinimumReliableStudents, 1, 1_000);
        Within(errors, "outcomeWidth", rules.OutcomeWidth, 1, Math.Max(1, rules.MinimumStudents));
        Within(errors, "verificationRounds", rules.VerificationRounds, 1, 50);
        Within(errors, "neighbourhoodCells", rules.NeighbourhoodCells, 8, 1_000);
        Within(errors, "lastNeighbourhoodCells", rules.LastNeighbourhoodCells, 8, 1_000);
        Within(errors, "cycleVisits", rules.CycleVisits, 100, 10_000_000);
        if (!Enum.IsDefined(rules.Companion))
        {
            errors.Add(new("suppression.invalid_value", "companion", "The choice of companions is not known.", "Use leastLoss or nextSmallest."));
        }

        CheckBands(rules.Bands, errors);
        return errors;
    }

    private static void Within(List<SettingError> errors, string path, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            errors.Add(new(OutOfRange, path, FormattableString.Invariant($"The number is outside {least} to {most}."), "Give a number within the range."));
        }
    }

    private static void CheckBands(IReadOnlyList<PercentBands> bands, List<SettingError> errors)
    {
        if (bands is not { Count: > 0 })
        {
            errors.Add(new(InvalidBands, "bands", "There are no ranges of percent.", "Give those of at least one size."));
            return;
        }

        for (var i = 0; i < bands.Count; i++)
        {
            var path = FormattableString.Invariant($"bands[{i}]");
            if (i > 0 && bands[i].FromStudents <= bands[i - 1].FromStudents)
            {
                errors.Add(new(InvalidBands, path, "The sizes do not ascend.", "Begin with the smallest size."));
            }

            var ends = bands[i].Ends;
            if (ends.Count < 2 || ends[^1] != 100 || ends.Zip(ends.Skip(1)).Any(pair => pair.First >= pair.Second))
            {
                errors.Add(new(InvalidBands, path, "The ends do not ascend to 100.", "Give the last whole percent of each range; the last is 100."));
            }
            else if (ends[0] < 1 || ends[^2] > 98)
            {
                errors.Add(new(
                    InvalidBands, path, "0 or 100 percent would be told as they are.", "Let the first range end at 1 or above, and the last begin at 99 or below."));
            }
        }
    }
}
