using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Writes texts so that YAML reads them back unchanged.</summary>
public static partial class YamlText
{
    private const int LongestComment = 200;

    /// <summary>The text as a scalar: as it stands where that is safe, else in double quotes.</summary>
    public static string Scalar(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Plain().IsMatch(text) && !Words().IsMatch(text))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' =>
                    quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The text as part of a comment: one line, not too long.</summary>
    public static string Comment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Create(text.Length, text, static (span, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                span[index] = char.IsControl(source[index]) || char.IsSurrogate(source[index]) || source[index] is '\u2028' or '\u2029' ? ' ' : source[index];
            }
        });
        return line.Length <= LongestComment ? line : line[..LongestComment] + " …";
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_./@-]*( [A-Za-z0-9_./@-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(null|true|false|yes|no|on|off|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
