using System.Globalization;
using System.Text.Json.Nodes;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Tells since when a verdict stands as it does. Months that are settled are looked at on their last day; a goal that is met at the end was on track before.</summary>
internal static class StatusSentence
{
    /// <summary>The sentence, or null where the status says nothing of the student.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="history">The settled months as they are stored: each tells what had changed by its last day.</param>
    /// <param name="book">The phrases of a language.</param>
    public static string? Of(Verdict verdict, JsonArray? history, PhraseBook book)
    {
        var values = new SortedDictionary<string, SentenceValue>(StringComparer.Ordinal) { ["since"] = SentenceValue.Of(verdict.Since) };
        if (verdict.Status == VerdictStatus.Met)
        {
            if (OnTrackFrom(verdict.MilestoneId, history) is not { } from || from >= verdict.Since)
            {
                return book.Write("since.met", values) + ".";
            }

            values["from"] = SentenceValue.Of(from);
            return book.Write("since.metEarlier", values) + ".";
        }

        var word = verdict.Status switch
        {
            VerdictStatus.OnTrack => "onTrack",
            VerdictStatus.AtRisk => "atRisk",
            VerdictStatus.OffTrack => "offTrack",
            _ => null,
        };
        var isMonthEnd = history?.Any(point => On(point) == verdict.Since) == true;
        return word is null ? null : book.Write((isMonthEnd ? "since.monthEnds." : "since.") + word, values) + ".";
    }

    /// <summary>The first month from whose end on the milestone was on track up to the last settled month; null when it was not.</summary>
    private static DateOnly? OnTrackFrom(string milestone, JsonArray? history)
    {
        DateOnly? from = null;
        foreach (var point in history ?? [])
        {
            if (point?["verdicts"]?[milestone] is { } status)
            {
                from = string.Equals(status.GetValue<string>(), nameof(VerdictStatus.OnTrack), StringComparison.Ordinal) ? On(point) : null;
            }
        }

        return from;
    }

    private static DateOnly? On(JsonNode? point) =>
        DateOnly.TryParseExact(point?["on"]?.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
}
