using System.Text.Json;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>The phrases that come with the product: the repository's <c>phrases/*.json</c>, one flat object for each language.</summary>
public static class PhraseBooks
{
    /// <summary>English.</summary>
    public static PhraseBook English { get; } = Load(Language.English);

    /// <summary>Spanish.</summary>
    public static PhraseBook Spanish { get; } = Load(Language.Spanish);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PhraseBook> All { get; } = [English, Spanish];

    /// <summary>That of a language by its code; null where none ships.</summary>
    public static PhraseBook? Find(string? code) => All.FirstOrDefault(book => string.Equals(book.Language.Code, code, StringComparison.OrdinalIgnoreCase));

    private static PhraseBook Load(Language language)
    {
        using var stream = typeof(PhraseBooks).Assembly.GetManifestResourceStream($"ClosingGap.Phrases.{language.Code}.json")!;
        using var json = JsonDocument.Parse(stream);
        var texts = json.RootElement.EnumerateObject().ToDictionary(phrase => phrase.Name, phrase => phrase.Value.GetString()!, StringComparer.Ordinal);
        var errors = new List<SettingError>();
        return PhraseBook.Read(language, texts, errors)
            ?? throw new InvalidOperationException($"The phrases that come with the product are malformed: {errors[0].Code} at {errors[0].Path} of {language}.");
    }
}
