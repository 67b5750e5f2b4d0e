using System.Text;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Writes the sentences of a verdict from its reasons, in a language, for staff or for the student.</summary>
public static class Explainer
{
    /// <summary>One sentence, or one for each condition that decided; it names nobody.</summary>
    /// <param name="reasons">The reasons of a verdict.</param>
    /// <param name="status">The verdict's status: only conditions that stand there are told, where several were judged.</param>
    /// <param name="book">The phrases of a language.</param>
    /// <param name="audience">To whom it speaks.</param>
    public static string Write(IReadOnlyList<Reason> reasons, VerdictStatus status, PhraseBook book, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentNullException.ThrowIfNull(book);
        var text = new StringBuilder();
        var told = reasons.Count > 1 ? [.. reasons.Where(reason => reason.Status == status)] : reasons;
        for (var i = 0; i < told.Count; i++)
        {
            text.Append(text.Length == 0 ? "" : " ");
            Append(text, told[i], book, audience);

            // What can be done is said of each condition; what is said in general, once.
            if (audience == Audience.Student && (told[i].Next is not null || i == told.Count - 1))
            {
                text.Append(Encouragement(told[i], book));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Reason reason, PhraseBook book, Audience audience)
    {
        var forStudent = audience == Audience.Student;
        foreach (var phrase in reason.Phrases)
        {
            // Thresholds are for staff; the student reads what would change it, or the threshold where nothing can any more.
            if (!forStudent || reason.IsOver || !phrase.StartsWith("rule.", StringComparison.Ordinal))
            {
                text.Append(book.Write(book.Has(phrase + ".student") && forStudent ? phrase + ".student" : phrase, reason.Values));
            }
        }

        text.Append('.');
    }

    private static string Encouragement(Reason reason, PhraseBook book)
    {
        if (reason.Next is { } next)
        {
            var topic = reason.Phrases[0].Split('.')[0];
            var kind = "next." + char.ToLowerInvariant(next.Kind.ToString()[0]) + next.Kind.ToString()[1..];
            var values = new SortedDictionary<string, SentenceValue>(StringComparer.Ordinal) { ["threshold"] = SentenceValue.Of(next.Threshold) };
            if (next.Amount is { } amount)
            {
                values["amount"] = SentenceValue.Of(amount);
            }

            if (next.By is { } by)
            {
                values["by"] = SentenceValue.Of(by);
            }

            var key = book.Has($"{kind}.{topic}") ? $"{kind}.{topic}" : kind;
            return " " + book.Write(key, values) + ".";
        }

        if (reason is { IsOver: true, Status: VerdictStatus.AtRisk or VerdictStatus.OffTrack })
        {
            var over = "student.over." + reason.Phrases[0].Split('.')[0];
            return " " + book.Write(book.Has(over) ? over : "student.over", reason.Values) + ".";
        }

        var general = "student." + char.ToLowerInvariant(reason.Status.ToString()[0]) + reason.Status.ToString()[1..];
        return book.Has(general) ? " " + book.Write(general, reason.Values) + "." : "";
    }
}
