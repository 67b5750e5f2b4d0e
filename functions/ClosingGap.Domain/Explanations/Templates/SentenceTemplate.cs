using System.Text;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>
/// A sentence with places for values: <c>{name}</c> a number, day or code, <c>{name%}</c> a percentage, <c>{name|day|days}</c> a count with its
/// noun. A brace of its own is written twice.
/// </summary>
public sealed class SentenceTemplate
{
    private readonly IReadOnlyList<SentencePart> _parts;

    private SentenceTemplate(IReadOnlyList<SentencePart> parts)
    {
        _parts = parts;
        Names = [.. parts.Where(static part => part.Form != SentenceForm.Words).Select(static part => part.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of its values, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">It is not well formed; the message says where.</exception>
    public static SentenceTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SentenceTemplate(SentenceParser.Parse(text));
    }

    /// <summary>Writes the sentence.</summary>
    /// <param name="language">The language.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="words">What a code is called in the language; null: codes stand as they are.</param>
    /// <exception cref="KeyNotFoundException">A value is missing.</exception>
    /// <exception cref="ArgumentException">A value is no number where one is counted or is a percentage.</exception>
    public string Write(Language language, IReadOnlyDictionary<string, SentenceValue> values, Func<string, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(values);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Form == SentenceForm.Words ? part.Text : Write(part, language, values, words));
        }

        return text.ToString();
    }

    private static string Write(SentencePart part, Language language, IReadOnlyDictionary<string, SentenceValue> values, Func<string, string>? words)
    {
        if (!values.TryGetValue(part.Text, out var value))
        {
            throw new KeyNotFoundException($"The sentence has no value {part.Text}.");
        }

        if (part.Form == SentenceForm.Plain)
        {
            return value.Date is { } day ? language.Date(day) : (value.Code is { } code ? words?.Invoke(code) ?? code : Phrases.Number(value.Number ?? 0));
        }

        var number = value.Number ?? throw new ArgumentException($"The value {part.Text} is no number.", nameof(values));
        return part.Form == SentenceForm.Percent ? Phrases.Percent(number) : Phrases.Count(number, part.One!, part.Other!);
    }
}
