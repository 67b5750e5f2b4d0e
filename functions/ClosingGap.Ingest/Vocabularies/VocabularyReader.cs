using System.Text.Json;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Vocabularies;

/// <summary>Reads <c>vocabularies.json</c>; by hand, as the first file with codes waits for it.</summary>
internal static class VocabularyReader
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It holds what no vocabulary has.</exception>
    public static VocabularyFile Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var descriptors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var descriptor in root.GetProperty("descriptors").EnumerateObject())
        {
            descriptors.Add(descriptor.Name, JsonTexts.List(descriptor.Value));
        }

        var grades = root.GetProperty("gradeLevels");
        var columns = new Dictionary<string, VocabularyColumn>(StringComparer.Ordinal);
        foreach (var column in root.GetProperty("columns").EnumerateObject())
        {
            columns.Add(column.Name, Column(column.Value));
        }

        return new VocabularyFile(
            descriptors, new GradeLevelWords(JsonTexts.List(grades.GetProperty("words")), JsonTexts.Map(grades.GetProperty("synonyms"))), columns);
    }

    private static VocabularyColumn Column(JsonElement json)
    {
        var column = new VocabularyColumn();
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            column = member.Name switch
            {
                "descriptor" => column with { Descriptor = value.GetString() },
                "gradeLevel" => column with { GradeLevel = value.GetBoolean() },
                "unknown" => column with { Unknown = Unknown(value.GetString()) },
                "words" => column with { Words = JsonTexts.List(value) },
                "synonyms" => column with { Synonyms = JsonTexts.Map(value) },
                _ => throw new JsonException($"A vocabulary has no member {member.Name}."),
            };
        }

        return column;
    }

    private static UnknownWord Unknown(string? name) => name switch
    {
        "open" => UnknownWord.Open,
        "keep" => UnknownWord.Keep,
        "blank" => UnknownWord.Blank,
        "reject" => UnknownWord.Reject,
        _ => throw new JsonException($"An unknown code is open, keep, blank or reject, not {name}."),
    };
}
