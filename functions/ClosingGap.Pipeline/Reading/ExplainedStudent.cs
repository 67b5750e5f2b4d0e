using System.Text.Json;
using System.Text.Json.Nodes;
using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Adds to each verdict of a stored body its title and its sentences in a language; what is stored is the reasons.</summary>
public static class ExplainedStudent
{
    /// <summary>A copy of the body, with <c>language</c>, and for each verdict <c>title</c>, <c>sentence</c> for staff <c>studentSentence</c>, and <c>sinceSentence</c> where a status has a begin worth telling, and the failed <c>courses</c> with their marks.</summary>
    public static JsonObject Of(JsonElement stored, PhraseBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var body = JsonObject.Create(stored)!;
        body["language"] = book.Language.Code;
        foreach (var node in body["verdicts"]?.AsArray() ?? [])
        {
            var verdict = node.Deserialize(PipelineJson.Default.Verdict)!;
            var target = node!.AsObject();
            target["title"] = verdict.Titles?.GetValueOrDefault(book.Language.Code) ?? verdict.Title;
            target.Remove("titles");
            target["sentence"] = Explainer.Write(verdict.Reasons, verdict.Status, book, Audience.Staff);
            target["studentSentence"] = Explainer.Write(verdict.Reasons, verdict.Status, book, Audience.Student);
            if (StatusSentence.Of(verdict, body["history"] as JsonArray, book) is { } since)
            {
                target["sinceSentence"] = since;
            }

            if (verdict.Reasons.Any(reason => string.Equals(reason.Indicator, IndicatorIds.CourseFailures, StringComparison.Ordinal)) && FailedCourses(body) is { Count: > 0 } courses)
            {
                target["courses"] = courses;
            }

            foreach (var reason in target["reasons"]!.AsArray())
            {
                reason!.AsObject().Remove("phrases");
            }
        }

        return body;
    }

    private static string? MarkOf(JsonNode item) => item["number"] is { } number ? Phrases.Number(number.GetValue<long>() / 100m) : item["letter"]?.GetValue<string>();

    /// <summary>Sentences hold no text of a cell: failed courses, with their marks, stand beside them.</summary>
    private static JsonArray FailedCourses(JsonObject body) =>
    [
        .. (body["facts"] as JsonArray ?? [])
            .Where(fact => string.Equals(fact?["indicator"]?.GetValue<string>(), IndicatorIds.CourseFailures, StringComparison.Ordinal))
            .SelectMany(fact => fact!["items"] as JsonArray ?? [])
            .Where(item => item?["title"] is not null)
            .Select(item => (JsonNode)$"{item!["title"]!.GetValue<string>()} ({MarkOf(item)})"),
    ];
}
