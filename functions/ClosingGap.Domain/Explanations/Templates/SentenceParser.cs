using System.Globalization;
using System.Text;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>Splits a template into words and places.</summary>
internal static class SentenceParser
{
    public static IReadOnlyList<SentencePart> Parse(string text)
    {
        var parts = new List<SentencePart>();
        var words = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is not ('{' or '}'))
            {
                words.Append(character);
            }
            else if (at + 1 < text.Length && text[at + 1] == character)
            {
                words.Append(character);
                at++;
            }
            else
            {
                var end = character == '{' ? text.IndexOf('}', at) : -1;
                var place = end < 0 ? null : Place(text[(at + 1)..end]);
                if (place is null)
                {
                    throw new FormatException(string.Create(
                        CultureInfo.InvariantCulture, $"The brace at character {at + 1} begins no place; write {{name}}, {{name%}} or {{name|one|many}}, and a brace of its own twice."));
                }

                Flush();
                parts.Add(place);
                at = end;
            }
        }

        Flush();
        return parts;

        void Flush()
        {
            if (words.Length > 0)
            {
                parts.Add(new SentencePart(words.ToString(), SentenceForm.Words));
                words.Clear();
            }
        }
    }

    /// <summary>The place that stands between braces, or null.</summary>
    private static SentencePart? Place(string inside)
    {
        var pieces = inside.Split('|');
        var isPercent = pieces.Length == 1 && inside.EndsWith('%');
        var name = isPercent ? inside[..^1] : pieces[0];
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        return pieces.Length switch
        {
            1 => new SentencePart(name, isPercent ? SentenceForm.Percent : SentenceForm.Plain),
            3 when pieces[1].Length > 0 && pieces[2].Length > 0 => new SentencePart(name, SentenceForm.Count, pieces[1], pieces[2]),
            _ => null,
        };
    }
}
