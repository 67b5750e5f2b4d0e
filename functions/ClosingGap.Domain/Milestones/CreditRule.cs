using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// Credits earned against credits due: the plan's total times the grades completed over all grades of the path. While the year
/// runs the student's own grade is not completed; at its end it is. Compared in integers: earned × grades against total × completed.
/// </summary>
internal static class CreditRule
{
    public static Judgement Judge(
        MilestoneDefinition definition, Fact fact, string grade, int schoolYear, bool windowClosed, CreditSettings settings)
    {
        var index = IndexOf(definition.Grades, grade);
        var completed = index + (windowClosed ? 1 : 0);
        var grades = definition.Grades.Count;
        var numbers = new SortedList<string, decimal>(10, StringComparer.Ordinal)
        {
            { "creditsAttempted", fact.Number(CreditIndicator.AttemptedHundredths) / 100m },
            { "creditsEarned", fact.Numerator / 100m },
            { "gradesCompleted", completed },
            { "gradesInPath", grades },
        };
        if (fact.Missing != MissingEvidence.None)
        {
            return new Judgement(VerdictStatus.NotEnoughData, CreditSentence.Missing(fact), numbers);
        }

        var neededYear = schoolYear - index;
        var earliest = fact.Number(CreditIndicator.EarliestSchoolYear);
        numbers.Add("creditsToGraduate", fact.Denominator / 100m);
        if (index > 0 && (earliest == 0 || earliest > neededYear))
        {
            numbers.Add("transcriptsNeededFrom", neededYear);
            return new Judgement(
                VerdictStatus.NotEnoughData, CreditSentence.NoHistory(earliest == 0 ? null : (int)earliest, neededYear), numbers);
        }

        // Hundredths of credits times the number of grades, so that no share is ever rounded.
        var shortfall = fact.Denominator * completed - fact.Numerator * grades;
        var status = shortfall <= 0 ? ThresholdRule.Kept(windowClosed)
            : shortfall <= (long)settings.AtRiskShortfallHundredths * grades ? VerdictStatus.AtRisk
            : VerdictStatus.OffTrack;
        var due = fact.Denominator * completed / 100m / grades;
        numbers.Add("creditsDue", due);
        numbers.Add("shortfallAtRisk", settings.AtRiskShortfallHundredths / 100m);
        var dueGrade = completed == 0 ? null : definition.Grades[completed - 1];
        return new Judgement(
            status, CreditSentence.Write(fact, status, due, dueGrade, settings.AtRiskShortfallHundredths / 100m), numbers);
    }

    private static int IndexOf(IReadOnlyList<string> grades, string grade)
    {
        for (var i = 0; i < grades.Count; i++)
        {
            if (string.Equals(grades[i], grade, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException("The grade is not on the path of the definition.", nameof(grade));
    }
}
