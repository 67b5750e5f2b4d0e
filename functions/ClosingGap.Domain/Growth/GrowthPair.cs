using ClosingGap.Domain.Assessments;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Growth;

/// <summary>A student's scores in one family and subject in two school years in a row: where the student came from, and is now.</summary>
/// <param name="Family">The family of tests.</param>
/// <param name="Subject">The subject.</param>
/// <param name="PriorGrade">The grade of the earlier test.</param>
/// <param name="Grade">The grade of the later test.</param>
/// <param name="PriorOn">The day of the earlier test.</param>
/// <param name="On">The day of the later test.</param>
/// <param name="PriorHundredths">The earlier score, in hundredths.</param>
/// <param name="Hundredths">The later score, in hundredths.</param>
public sealed record GrowthPair(
    string Family, string Subject, string PriorGrade, string Grade, DateOnly PriorOn, DateOnly On, int PriorHundredths, int Hundredths)
{
    private const int MonthsInYear = 12;

    /// <summary>Names those with whom a student is compared: one family, subject and pair of grades.</summary>
    public string Cohort => $"{Family}|{Subject}|{PriorGrade}|{Grade}";

    /// <summary>
    /// The pairs of a student, in the order of their cohorts: of each family and subject the latest dated score of the school year up to
    /// the as-of date, and the latest of the twelve months before the school year. Tests of which family, subject or grade is not known make none.
    /// </summary>
    public static IReadOnlyList<GrowthPair> Of(IReadOnlyList<AssessmentResult> results, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(context);
        return results.Count < 2 ? [] : Of(results, context.Assessments, context.FirstDay, context.Through);
    }

    /// <summary>As the other, of what is known before there is a context.</summary>
    /// <param name="results">The student's results, in any order.</param>
    /// <param name="tests">Identifier → test.</param>
    /// <param name="firstDay">The first day of the school year.</param>
    /// <param name="through">The last day that counts.</param>
    public static IReadOnlyList<GrowthPair> Of(
        IReadOnlyList<AssessmentResult> results, IReadOnlyDictionary<string, AssessmentInfo> tests, DateOnly firstDay, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(tests);
        var before = firstDay.AddMonths(-MonthsInYear);
        var pairs = new List<GrowthPair>();
        foreach (var group in results
            .Where(result => result is { WasNotTested: false, ScoreHundredths: not null } && result.Date >= before && result.Date <= through && GradeOf(result, tests) is not null)
            .GroupBy(result => (Family: tests[result.AssessmentIdentifier].Family?.Trim() ?? "", Subject: tests[result.AssessmentIdentifier].Subject?.Trim() ?? ""))
            .Where(group => group.Key is { Family.Length: > 0, Subject.Length: > 0 }))
        {
            if (Attempts.Choose(group.Where(result => result.Date < firstDay), AttemptRule.Latest) is var (prior, _)
                && Attempts.Choose(group.Where(result => result.Date >= firstDay), AttemptRule.Latest) is var (current, _))
            {
                pairs.Add(new GrowthPair(
                    group.Key.Family, group.Key.Subject, GradeOf(prior, tests)!, GradeOf(current, tests)!, prior.Date!.Value, current.Date!.Value,
                    prior.ScoreHundredths!.Value, current.ScoreHundredths!.Value));
            }
        }

        return [.. pairs.OrderBy(pair => pair.Cohort, StringComparer.Ordinal)];
    }

    private static string? GradeOf(in AssessmentResult result, IReadOnlyDictionary<string, AssessmentInfo> tests) =>
        tests.TryGetValue(result.AssessmentIdentifier, out var test) ? result.GradeWhenAssessed ?? test.Grade : null;
}
