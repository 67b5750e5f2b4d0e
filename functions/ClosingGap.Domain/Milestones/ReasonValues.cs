using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;

namespace ClosingGap.Domain.Milestones;

/// <summary>The values of a fact and its thresholds as people speak of them: days, courses, credits, percent.</summary>
internal static class ReasonValues
{
    public static SortedList<string, SentenceValue> Of(MilestonePart part, IndicatorScale scale, Fact fact)
    {
        var values = new SortedList<string, SentenceValue>(12, StringComparer.Ordinal)
        {
            { "asOf", SentenceValue.Of(fact.AsOf) },
            { "upTo", SentenceValue.Of(fact.To) },
            { "value", SentenceValue.Of(ValueOf(scale, fact)) },
        };
        if (part.MinimumEvidence > 0)
        {
            values.Add("minimum", SentenceValue.Of((decimal)part.MinimumEvidence));
        }

        if (fact.Denominator > 0)
        {
            values.Add("of", SentenceValue.Of(InUnits(fact.Denominator, fact.Unit)));
        }

        if (scale.IsShare && !scale.LowIsWorse && fact.Denominator > 0)
        {
            values.Add("percent", SentenceValue.Of(Percent(part, fact)));
        }

        Add("atRisk", part.AtRiskNumerator, part.AtRiskDenominator);
        Add("offTrack", part.OffTrackNumerator, part.OffTrackDenominator);
        values.Add("begin", values.TryGetValue("atRisk", out var atRisk) ? atRisk : values["offTrack"]);
        foreach (var item in fact.Evidence)
        {
            if (item.Date is { } date && item.Name is CourseFailureIndicator.PeriodBegin or CourseFailureIndicator.PeriodEnd or LmsLastActivityIndicator.LastActivityDate)
            {
                values[item.Name] = SentenceValue.Of(date);
            }
            else if (item.Name is SuspensionIndicator.InSchoolHundredths or SuspensionIndicator.OutOfSchoolHundredths)
            {
                values[item.Name[..^"Hundredths".Length]] = SentenceValue.Of((item.Number ?? 0) / 100m);
            }
            else if (item.Name == CourseFailureIndicator.PassMarkHundredths)
            {
                values["passMark"] = SentenceValue.Of((item.Number ?? 0) / 100m);
            }
            else if (item.Name == SuspensionIndicator.WithoutLength)
            {
                values["withoutLength"] = SentenceValue.Of((decimal)(item.Number ?? 0));
            }
            else if (item.Name == StateOffenseIndicator.WithoutBehavior)
            {
                values["withoutBehavior"] = SentenceValue.Of((decimal)(item.Number ?? 0));
            }
        }

        return values;

        void Add(string name, int? numerator, int denominator)
        {
            if (numerator is { } over)
            {
                values.Add(name, SentenceValue.Of(Threshold(scale, over, denominator)));
            }
        }
    }

    /// <summary>A threshold: percent for a share of a whole, else the amount; at most four decimals, cut off.</summary>
    public static decimal Threshold(IndicatorScale scale, int numerator, int denominator) =>
        numerator * (scale.IsShare && !scale.LowIsWorse ? 1_000_000L : 10_000L) / denominator / 10_000m;

    /// <summary>Percent with one decimal, rounded; where that would stand on the other side of a threshold than the share does, rounded the other way.</summary>
    private static decimal Percent(MilestonePart part, Fact fact)
    {
        var down = Phrases.PercentOf(fact.Numerator, fact.Denominator);
        var (exact, up) = (fact.Numerator * 100m / fact.Denominator, down + 0.1m);
        if (exact == down)
        {
            return down;
        }

        var nearest = up - exact <= exact - down ? up : down;
        var other = nearest == up ? down : up;
        return Contradicts(part.AtRiskNumerator, part.AtRiskDenominator) || Contradicts(part.OffTrackNumerator, part.OffTrackDenominator) ? other : nearest;

        bool Contradicts(int? numerator, int denominator) =>
            numerator is { } over && Reaches(exact, over * 100m / denominator) != Reaches(nearest, over * 100m / denominator);

        bool Reaches(decimal percent, decimal threshold) => part.Beyond ? percent > threshold : percent >= threshold;
    }

    /// <summary>The amount; of a share that is an average the average itself, with two decimals, cut off.</summary>
    private static decimal ValueOf(IndicatorScale scale, Fact fact) =>
        scale is { IsShare: true, LowIsWorse: true }
            ? fact.Denominator == 0 ? 0 : fact.Numerator * 100 / (fact.Denominator * scale.Scale) / 100m
            : InUnits(fact.Numerator, fact.Unit);

    private static decimal InUnits(long number, FactUnit unit) => unit switch
    {
        FactUnit.HalfDays => number / 2m,
        FactUnit.CreditHundredths or FactUnit.DayHundredths or FactUnit.ScoreHundredths or FactUnit.MinuteHundredths or FactUnit.MarkHundredths => number / 100m,
        _ => number,
    };
}
