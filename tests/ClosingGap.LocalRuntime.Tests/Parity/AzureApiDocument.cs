using System.Text.RegularExpressions;

namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>
/// Turns the document of the real packages' signatures into lines of the data file: <c>T name | header</c> for a type,
/// <c>M name | signature</c> for a member, where name is the full name with its number of type parameters.
/// </summary>
internal static partial class AzureApiDocument
{
    public static IReadOnlyList<string> Convert(string markdown)
    {
        var lines = new List<string>();
        foreach (Match block in Block().Matches(markdown))
        {
            ConvertBlock(block.Groups["body"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), lines);
        }

        return [.. lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void ConvertBlock(string[] block, List<string> lines)
    {
        var usage = "";
        string? key = null;
        foreach (var raw in block)
        {
            var line = Comment().Replace(raw, "").Replace("[Obsolete] ", "", StringComparison.Ordinal).Trim();
            if (line.StartsWith("[AttributeUsage(", StringComparison.Ordinal))
            {
                usage = line + " ";
            }
            else if (Header().Match(line) is { Success: true } header)
            {
                var declaration = header.Groups["declaration"].Value.TrimEnd(';');
                key = $"{header.Groups["namespace"].Value}.{Key(declaration)}";
                lines.Add($"T {key} | {usage}{declaration}");
            }
            else if (key is not null && line.StartsWith('{') && line.EndsWith('}'))
            {
                lines.AddRange(line.Trim('{', '}', ' ').Split(", ").Select(member => $"M {key} | {member}"));
            }
            else if (key is not null && line.Length > 1 && !line.StartsWith('['))
            {
                lines.Add($"M {key} | {line.TrimEnd(';')}");
            }
        }
    }

    // From "public sealed class Name<A, B> : Base", or the name before the parameters of a delegate.
    private static string Key(string declaration)
    {
        var name = declaration.Contains(" delegate ", StringComparison.Ordinal)
            ? DelegateName().Match(declaration).Groups["name"].Value
            : TypeName().Match(declaration).Groups["name"].Value;
        var open = name.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? name : $"{name[..open]}`{name.Count(character => character == ',') + 1}";
    }

    [GeneratedRegex("```csharp\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("^namespace (?<namespace>[\\w.]+): (?<declaration>public .*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex("\\s*//.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("\\b(class|record|struct|interface|enum) (?<name>[\\w.]+(<[^>]*>)?)", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex("(?<name>\\w+(<[^>]*>)?)\\(", RegexOptions.CultureInvariant)]
    private static partial Regex DelegateName();
}
