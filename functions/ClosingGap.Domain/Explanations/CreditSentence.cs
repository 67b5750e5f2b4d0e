using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why the credit verdict is what it is.</summary>
internal static class CreditSentence
{
    public static string Missing(Fact fact) => fact.Missing switch
    {
        MissingEvidence.Table => "The data hold no transcripts, so credits cannot be judged.",
        _ => "No graduation plan with required credits is known, so credits cannot be judged.",
    };

    public static string NoHistory(int? earliestYear, int neededYear) => earliestYear is { } year
        ? $"The data hold credits only from school year {Phrases.SchoolYear(year)} on, and the path to graduation began in {Phrases.SchoolYear(neededYear)}, so credits cannot be judged."
        : $"The data hold no dated credits, and the path to graduation began in {Phrases.SchoolYear(neededYear)}, so credits cannot be judged.";

    /// <param name="fact">The credits.</param>
    /// <param name="status">The verdict.</param>
    /// <param name="due">Credits due now.</param>
    /// <param name="grade">The grade by the end of which they are due, or null when none are due yet.</param>
    /// <param name="tolerance">Credits short that are still at risk only.</param>
    public static string Write(Fact fact, VerdictStatus status, decimal due, string? grade, decimal tolerance)
    {
        var earned = Phrases.Number(fact.Numerator / 100m);
        var total = Phrases.Number(fact.Denominator / 100m);
        var asOf = Phrases.Date(fact.AsOf);
        if (grade is null)
        {
            return $"Earned {Phrases.Count(fact.Numerator / 100m, "credit", "credits")} up to {asOf}; none are due before the first counted year is over ({total} to graduate).";
        }

        var text = $"Earned {earned} of the {Phrases.Number(due)} credits due by the end of grade {grade} ({total} to graduate) up to {asOf}";
        var shortBy = Phrases.Number(due - fact.Numerator / 100m);
        return status switch
        {
            VerdictStatus.OffTrack => $"{text}: short by {shortBy}; more than {Phrases.Number(tolerance)} short is off track.",
            VerdictStatus.AtRisk => $"{text}: short by {shortBy}; up to {Phrases.Number(tolerance)} short is at risk.",
            _ => text + ".",
        };
    }
}
