using System.Text.Json;
using System.Text.Json.Nodes;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Pipeline.Reading;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>A student's stored body with the version that wrote it, and the sentences of its verdicts in the reader's language.</summary>
internal static class VersionedStudent
{
    public static VersionedAnswer<JsonObject> Of(Versioned<JsonElement> found, HttpRequest request)
    {
        var book = LanguageOf(request);
        var body = ExplainedStudent.Of(found.Value, book);
        body["version"] = found.Version;
        return new VersionedAnswer<JsonObject>(new Versioned<JsonObject>(body, found.Version), AppJson.Default.JsonObject) { Language = book.Language.Code };
    }

    /// <summary>That of <c>?lang=</c>, else the first accepted one that ships, else English.</summary>
    private static PhraseBook LanguageOf(HttpRequest request)
    {
        if (PhraseBooks.Find(request.Query["lang"]) is { } asked)
        {
            return asked;
        }

        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            if (accepted.Quality is null or > 0 && PhraseBooks.Find(accepted.Value.ToString().Split('-')[0]) is { } book)
            {
                return book;
            }
        }

        return PhraseBooks.English;
    }
}
