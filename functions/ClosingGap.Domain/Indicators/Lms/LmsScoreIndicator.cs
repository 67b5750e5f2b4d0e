using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>
/// The sum of the student's scores, in hundredths, of the number of sections with one: their quotient is the mean. Each section's own
/// score or letter is an item, the lowest first. A section's score is its current grade, else its final one; rows have no date, so of
/// several the one with the greatest id counts, as numbers are compared. Sections that the student left do not count. Scores of
/// several LMS have no common scale.
/// </summary>
public static class LmsScoreIndicator
{
    public const string Sections = "sections";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LmsRecord? record, LmsYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (LmsFact.Without(record, year, LmsTables.Grades, IndicatorIds.LmsCurrentScore, FactUnit.ScoreHundredths) is { } without)
        {
            return without;
        }

        var grades = LatestOf(record!, year);
        long sum = 0, scored = 0;
        foreach (var grade in grades.Values)
        {
            sum += grade.NumericHundredths ?? 0;
            scored += grade.NumericHundredths is null ? 0 : 1;
        }

        var items = grades.Values
            .OrderBy(grade => grade.NumericHundredths ?? int.MaxValue).ThenBy(grade => grade.SectionSourcedId, StringComparer.Ordinal)
            .Take(FactItem.Most)
            .Select(grade => LmsFact.ItemOf(year, grade.SectionSourcedId) with { Number = grade.NumericHundredths, Letter = FactItem.Cut(grade.Letter) });
        return LmsFact.Of(
            year, IndicatorIds.LmsCurrentScore, FactUnit.ScoreHundredths, sum, scored, grades.Count == 0 ? MissingEvidence.Rows : MissingEvidence.None,
            [new(Sections, grades.Count)], [.. items]);
    }

    private static Dictionary<string, LmsGrade> LatestOf(LmsRecord record, LmsYear year)
    {
        var sections = year.Holds(LmsTables.SectionAssociations) ? ExpectedWork.SectionsOf(record) : null;
        var latest = new Dictionary<string, LmsGrade>(StringComparer.Ordinal);
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            var isGraded = grade.NumericHundredths is not null || !string.IsNullOrWhiteSpace(grade.Letter);
            if (isGraded && sections?.Contains(grade.SectionSourcedId) != false
                && (!latest.TryGetValue(grade.SectionSourcedId, out var known) || IsLater(grade, known)))
            {
                latest[grade.SectionSourcedId] = grade;
            }
        }

        return latest;
    }

    private static bool IsLater(in LmsGrade one, in LmsGrade other)
    {
        if (one.IsFinal != other.IsFinal)
        {
            return other.IsFinal;
        }

        return one.SourcedId.Length != other.SourcedId.Length
            ? one.SourcedId.Length > other.SourcedId.Length
            : string.CompareOrdinal(one.SourcedId, other.SourcedId) > 0;
    }
}
