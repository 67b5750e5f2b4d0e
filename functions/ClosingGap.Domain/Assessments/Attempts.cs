using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Assessments;

/// <summary>Picks the attempt that counts. Rows in any order give the same: ties fall to the other of date and score, then to the identifier.</summary>
public static class Attempts
{
    /// <summary>The attempt that counts, and how many there were; null when there was none.</summary>
    public static (AssessmentResult Result, int Count)? Choose(IEnumerable<AssessmentResult> attempts, AttemptRule rule)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        AssessmentResult? chosen = null;
        var count = 0;
        foreach (var attempt in attempts)
        {
            if (attempt.WasNotTested || (attempt.ScoreHundredths is null && attempt.LevelMet is null))
            {
                continue;
            }

            count++;
            chosen = chosen is not { } known || Compare(attempt, known, rule) > 0 ? attempt : known;
        }

        return chosen is { } result ? (result, count) : null;
    }

    private static int Compare(in AssessmentResult one, in AssessmentResult other, AttemptRule rule)
    {
        var date = Nullable.Compare(one.Date, other.Date);
        var height = Nullable.Compare(one.LevelMet, other.LevelMet);
        height = height != 0 ? height : Nullable.Compare(one.ScoreHundredths, other.ScoreHundredths);
        var order = rule switch
        {
            AttemptRule.Best => height != 0 ? height : date,
            AttemptRule.First => date != 0 ? -date : height,
            _ => date != 0 ? date : height,
        };
        return order != 0 ? order : string.CompareOrdinal(other.AssessmentIdentifier, one.AssessmentIdentifier);
    }
}
