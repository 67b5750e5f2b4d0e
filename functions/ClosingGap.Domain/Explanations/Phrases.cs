using System.Globalization;
using ClosingGap.Domain.Explanations.Templates;

namespace ClosingGap.Domain.Explanations;

/// <summary>How numbers and dates are written in sentences: invariant, and never so rounded that they contradict the verdict.</summary>
public static class Phrases
{
    /// <summary>27 May 2011.</summary>
    public static string Date(DateOnly day) => Language.English.Date(day);

    /// <summary>A school year by its ending year: 2011 is 2010-11.</summary>
    public static string SchoolYear(int endingYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{endingYear - 1}-{endingYear % 100:00}");

    /// <summary>At most four decimals, without trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A count and its noun: 1 day, 2 days, 0.5 days.</summary>
    public static string Count(decimal value, string singular, string plural) => Number(value) + " " + (value == 1 ? singular : plural);

    /// <summary>
    /// Percent with one decimal, cut off and not rounded: 9.96 % is shown as 9.9, so that a value below a threshold is never
    /// shown as having reached it.
    /// </summary>
    public static decimal PercentOf(long numerator, long denominator) =>
        denominator <= 0 ? 0 : numerator * 1000 / denominator / 10m;

    /// <summary>A share as staff read it: 11.1 %; a share above nothing that would be cut to 0 is "under 0.1 %".</summary>
    public static string Percent(long numerator, long denominator)
    {
        var percent = PercentOf(numerator, denominator);
        return percent == 0 && numerator > 0
            ? "under 0.1 %"
            : Percent(percent);
    }

    /// <summary>A number that is a percentage already, with one decimal.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A threshold: a percentage when one decimal says it exactly, else the fraction itself.</summary>
    public static string Share(int numerator, int denominator) =>
        numerator * 1000L % denominator == 0
            ? Number(numerator * 1000L / denominator / 10m) + " %"
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");

    /// <summary>An amount given as a fraction: 3/1 is 3, 1/100 is 0.01, 1/3 stays 1/3.</summary>
    public static string Amount(int numerator, int denominator) =>
        numerator * 10_000L % denominator == 0
            ? Number((decimal)numerator / denominator)
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");
}
