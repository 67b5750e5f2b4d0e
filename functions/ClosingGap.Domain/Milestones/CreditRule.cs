using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// Credits earned against credits due: the plan's total times the grades completed over all grades of the path. While the year
/// runs the student's own grade is not completed; at its end it is. Compared in integers: earned × grades against total × completed.
/// </summary>
internal static class CreditRule
{
    public static Reason Judge(IReadOnlyList<string> path, EvaluationInput input)
    {
        var fact = input.Fact(IndicatorIds.CreditsEarned);
        var settings = input.CreditSettings;
        var index = IndexOf(path, input.GradeLevel!);
        var completed = index + (input.Window.Closed ? 1 : 0);
        var values = new SortedList<string, SentenceValue>(10, StringComparer.Ordinal)
        {
            { "asOf", SentenceValue.Of(fact.AsOf) },
            { "attempted", SentenceValue.Of(fact.Number(CreditIndicator.AttemptedHundredths) / 100m) },
            { "value", SentenceValue.Of(fact.Numerator / 100m) },
        };
        if (fact.Missing != MissingEvidence.None)
        {
            return Unknown(fact.Missing == MissingEvidence.Table ? "credits.missing.table" : "credits.missing.plan");
        }

        var neededYear = input.SchoolYear - index;
        var earliest = fact.Number(CreditIndicator.EarliestSchoolYear);
        values.Add("toGraduate", SentenceValue.Of(fact.Denominator / 100m));
        if (index > 0 && (earliest == 0 || earliest > neededYear))
        {
            values.Add("neededFrom", SentenceValue.Of((decimal)(neededYear - 1)));
            values.Add("neededTo", SentenceValue.Of((decimal)neededYear));
            values.Add("heldFrom", SentenceValue.Of((decimal)(earliest - 1)));
            values.Add("heldTo", SentenceValue.Of((decimal)earliest));
            return Unknown(earliest == 0 ? "credits.missing.dates" : "credits.missing.years");
        }

        // Hundredths of credits times the number of grades, so that no share is ever rounded.
        var shortfall = fact.Denominator * completed - fact.Numerator * path.Count;
        var status = shortfall <= 0 ? ThresholdRule.Kept(input.Window.Closed)
            : shortfall <= (long)settings.AtRiskShortfallHundredths * path.Count ? VerdictStatus.AtRisk
            : VerdictStatus.OffTrack;
        string[] attempted = fact.Number(CreditIndicator.AttemptedHundredths) > 0 ? ["credits.attempted"] : [];
        if (completed == 0)
        {
            return new Reason(IndicatorIds.CreditsEarned, status, ["credits.noneDue", .. attempted], values);
        }

        var due = fact.Denominator * completed / 100m / path.Count;
        values.Add("due", SentenceValue.Of(due));
        values.Add("dueGrade", SentenceValue.Of(GradeLevels.Spoken(path[completed - 1])));
        values.Add("tolerance", SentenceValue.Of(settings.AtRiskShortfallHundredths / 100m));
        if (shortfall <= 0)
        {
            var over = fact.Numerator / 100m - due;
            values.Add("over", SentenceValue.Of(over));
            return new Reason(IndicatorIds.CreditsEarned, status, [over > 0 ? "credits.kept" : "credits.exact", .. attempted], values)
            {
                IsOver = input.Window.Closed,
            };
        }

        var missing = Math.Ceiling(shortfall / (decimal)path.Count) / 100m;
        values.Add("short", SentenceValue.Of(due - fact.Numerator / 100m));
        return new Reason(
            IndicatorIds.CreditsEarned, status, ["credits.some", status == VerdictStatus.OffTrack ? "rule.credits.offTrack" : "rule.credits.atRisk", .. attempted], values)
        {
            Next = new NextStep(NextStepKind.Gain, due, missing, null),
        };

        Reason Unknown(string phrase) => new(IndicatorIds.CreditsEarned, VerdictStatus.NotEnoughData, [phrase], values);
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
