using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>The sentences of one language by their keys, such as <c>attendance.offTrack.student</c>.</summary>
public sealed class PhraseBook
{
    private readonly SortedDictionary<string, SentenceTemplate> _templates;

    private PhraseBook(Language language, SortedDictionary<string, SentenceTemplate> templates) => (Language, _templates) = (language, templates);

    /// <summary>Its language.</summary>
    public Language Language { get; }

    /// <summary>The keys, in ordinal order.</summary>
    public IReadOnlyCollection<string> Keys => _templates.Keys;

    /// <summary>Reads the texts of a language. Null, with what is wrong, when one is not well formed.</summary>
    public static PhraseBook? Read(Language language, IReadOnlyDictionary<string, string> texts, ICollection<SettingError> errors)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(errors);
        var templates = new SortedDictionary<string, SentenceTemplate>(StringComparer.Ordinal);
        var isSound = true;
        foreach (var (key, text) in texts)
        {
            try
            {
                templates.Add(key, SentenceTemplate.Parse(text));
            }
            catch (FormatException exception)
            {
                isSound = false;
                errors.Add(new("sentence.malformed", key, exception.Message, "Write the sentence anew, with the places of the English one."));
            }
        }

        return isSound ? new PhraseBook(language, templates) : null;
    }

    /// <summary>What keeps this book from standing in for another: sentences that it lacks or has too many, and values that they name otherwise.</summary>
    public IReadOnlyList<SettingError> Against(PhraseBook other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var errors = new List<SettingError>();
        foreach (var key in _templates.Keys.Union(other._templates.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!_templates.TryGetValue(key, out var own) || !other._templates.TryGetValue(key, out var theirs))
            {
                var lacks = own is null ? Language : other.Language;
                errors.Add(new("sentence.missing", key, $"The language {lacks} has no such sentence.", "Give it in every language, or in none."));
            }
            else if (!own.Names.SequenceEqual(theirs.Names, StringComparer.Ordinal))
            {
                errors.Add(new(
                    "sentence.other_values", key, $"The languages {Language} and {other.Language} name other values in it.", "Use the same values in every language."));
            }
        }

        return errors;
    }

    /// <summary>Whether it has that sentence.</summary>
    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>Writes a sentence.</summary>
    /// <exception cref="KeyNotFoundException">The book has no such sentence, or a value is missing.</exception>
    public string Write(string key, IReadOnlyDictionary<string, SentenceValue> values) =>
        _templates.TryGetValue(key, out var template)
            ? template.Write(Language, values, word => _templates.TryGetValue("word." + word, out var known) ? known.Write(Language, values) : word)
            : throw new KeyNotFoundException($"The language {Language} has no sentence {key}.");
}
