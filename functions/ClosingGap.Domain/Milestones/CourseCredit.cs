using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// How much of one course was passed. A course may be given in halves, each a row of its own: the whole is what the rows of one school year
/// attempt, repeats and summer aside, up to one Carnegie unit or the largest single row. Where a row has no credits each row counts as one.
/// </summary>
/// <param name="Whole">What the course carries; 0 where it was not tried.</param>
/// <param name="Earned">What was passed of it, at any time.</param>
/// <param name="ShortThisYear">What was attempted and not passed in the running school year.</param>
/// <param name="IsOfThisYear">Whether it was tried in the running school year.</param>
internal readonly record struct CourseCredit(int Whole, int Earned, int ShortThisYear, bool IsOfThisYear)
{
    private const int CarnegieUnitHundredths = 100;

    /// <summary>Whether there is any finished attempt.</summary>
    public bool IsTried => Whole > 0;

    /// <summary>Whether all of it was passed.</summary>
    public bool IsWhole => IsTried && Earned >= Whole;

    /// <summary>Whether something of it was failed in the running school year and is not made up.</summary>
    public bool IsShortThisYear => ShortThisYear > 0;

    /// <summary>Counts the rows of one course; those that are withdrawn, incomplete or not finished have attempted nothing yet.</summary>
    /// <param name="attempts">The rows of the course.</param>
    /// <param name="schoolYear">The running school year.</param>
    /// <param name="settings">Which grade fails, where a row gives no result.</param>
    public static CourseCredit Of(IEnumerable<CourseAttempt> attempts, int schoolYear, GradeSettings settings)
    {
        CourseAttempt[] rows = [.. attempts.Where(attempt => IsPassed(attempt) || CourseAttemptIndicator.IsFailed(attempt, settings))];
        var byRow = rows.Any(row => row.AttemptedHundredths <= 0);
        var (earned, whole) = (0, 0);
        foreach (var year in rows.GroupBy(row => row.SchoolYear))
        {
            var first = year.Where(row => !row.IsSummer && string.IsNullOrEmpty(row.RepeatCode)).Select(Carries).DefaultIfEmpty().ToArray();
            whole = Math.Max(whole, byRow ? first.Sum() : Math.Min(first.Sum(), Math.Max(CarnegieUnitHundredths, first.Max())));
            earned += year.Where(IsPassed).Sum(Carries);
        }

        CourseAttempt[] now = [.. rows.Where(row => row.SchoolYear == schoolYear)];
        whole = whole == 0 && rows.Length > 0 ? rows.Max(Carries) : whole;
        return new(whole, earned, Math.Max(0, Math.Min(whole, now.Sum(Carries)) - now.Where(IsPassed).Sum(Carries)), now.Length > 0);

        int Carries(CourseAttempt row) => byRow ? 1 : row.AttemptedHundredths;

        bool IsPassed(CourseAttempt row) => row.Result == CourseAttemptResult.NotGiven
            ? !(FailingGrades.IsFailing(row.FinalLetter, row.FinalNumericHundredths, settings) ?? row.EarnedHundredths == 0)
            : row.Result == CourseAttemptResult.Pass;
    }
}
