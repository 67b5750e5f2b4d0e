using System.Text;
using System.Text.RegularExpressions;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>
/// <c>container/pattern</c> with captures <c>{name}</c>. As in the Functions host a capture takes as much as it can, slashes
/// included, and the comparison heeds case. A path that is a container alone takes every blob in it.
/// </summary>
internal sealed partial class BlobPathPattern
{
    private readonly Regex? pattern;

    private BlobPathPattern(string container, string prefix, Regex? pattern, IReadOnlySet<string> captures)
    {
        Container = container;
        Prefix = prefix;
        Captures = captures;
        this.pattern = pattern;
    }

    public string Container { get; }

    /// <summary>The literal beginning of the blobs' names, to list no more than needed.</summary>
    public string Prefix { get; }

    public IReadOnlySet<string> Captures { get; }

    /// <exception cref="FormatException">The path is not of the form.</exception>
    public static BlobPathPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (!ContainerName().IsMatch(container))
        {
            throw new FormatException($"'{container}' is no container name");
        }

        var rest = slash < 0 ? "" : path[(slash + 1)..];
        if (rest.Length == 0)
        {
            return new BlobPathPattern(container, "", null, new HashSet<string>());
        }

        var captures = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var expression = new StringBuilder("^");
        var position = 0;
        string? prefix = null;
        foreach (Match capture in Capture().Matches(rest))
        {
            Literal(rest[position..capture.Index]);
            prefix ??= rest[..capture.Index];
            var name = capture.Groups["name"].Value;
            if (!captures.Add(name))
            {
                throw new FormatException($"the capture {{{name}}} occurs twice");
            }

            expression.Append("(?<").Append(name).Append(">.*)");
            position = capture.Index + capture.Length;
        }

        Literal(rest[position..]);
        var regex = new Regex(expression.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return new BlobPathPattern(container, prefix ?? rest, regex, captures);

        void Literal(string text)
        {
            if (text.AsSpan().IndexOfAny('{', '}') >= 0)
            {
                throw new FormatException("its braces do not pair into captures such as {name}");
            }

            expression.Append(Regex.Escape(text));
        }
    }

    /// <summary>The captures of a blob's name, or null when the pattern does not take it.</summary>
    public IReadOnlyDictionary<string, string>? Match(string blobName)
    {
        var captured = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (pattern is null)
        {
            return captured;
        }

        var match = pattern.Match(blobName);
        if (!match.Success)
        {
            return null;
        }

        foreach (var name in Captures)
        {
            captured[name] = match.Groups[name].Value;
        }

        return captured;
    }

    [GeneratedRegex("^(\\$web|\\$root|\\$logs|[a-z0-9](-?[a-z0-9]){2,62})$", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();

    [GeneratedRegex("\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Capture();
}
