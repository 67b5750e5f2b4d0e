using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Whether a grade fails. A letter decides over a number.</summary>
internal static class FailingGrades
{
    /// <summary>True for a failing grade, false for another, null when there is neither letter nor number.</summary>
    public static bool? IsFailing(string? letter, int? numericHundredths, GradeSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(letter))
        {
            return settings.FailLetters.Contains(letter.Trim());
        }

        return numericHundredths is { } numeric ? numeric < settings.PassMarkHundredths : null;
    }
}
