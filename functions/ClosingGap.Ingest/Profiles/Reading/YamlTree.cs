using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>
/// Reads the one document of a YAML text as a tree. Anchors, aliases and tags are refused (an alias can blow a small text up to any size),
/// and so are texts, depths and node counts that no profile needs.
/// </summary>
internal static class YamlTree
{
    private const int MaxCharacters = 1_000_000;
    private const int MaxDepth = 32;
    private const int MaxNodes = 200_000;

    /// <summary>The root, or null when the text cannot be read; then <paramref name="errors"/> says why.</summary>
    public static YamlNode? Parse(string yaml, ProfileErrors errors)
    {
        if (yaml.Length > MaxCharacters)
        {
            errors.Add(0, "", "profile.too_large", "The text is longer than 1,000,000 characters; split it or shorten its code maps.");
            return null;
        }

        try
        {
            return ReadDocument(new Parser(new StringReader(yaml)), errors);
        }
        catch (YamlException exception)
        {
            errors.Add((int)exception.Start.Line, "", "profile.not_yaml", "The text is not YAML from here on; check quotes, brackets and indentation.");
            return null;
        }
    }

    private static YamlNode? ReadDocument(Parser parser, ProfileErrors errors)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            errors.Add(1, "", "profile.empty", "The text is empty.");
            return null;
        }

        parser.Consume<DocumentStart>();
        var nodes = 0;
        var root = ReadNode(parser, errors, "", 0, ref nodes);
        if (root is null)
        {
            return null;
        }

        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            errors.Add((int)second.Start.Line, "", "profile.not_yaml", "A second document begins here; one is wanted.");
            return null;
        }

        return root;
    }

    private static YamlNode? ReadNode(Parser parser, ProfileErrors errors, string path, int depth, ref int nodes)
    {
        parser.Accept<NodeEvent>(out var node);
        var line = (int)(node?.Start.Line ?? parser.Current?.Start.Line ?? 0);
        if (node is null || !node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific))
        {
            errors.Add(line, path, "profile.alias", "Anchors, aliases and tags are not taken; write the value out.");
            return null;
        }

        if (depth > MaxDepth || ++nodes > MaxNodes)
        {
            errors.Add(line, path, "profile.too_large", "The text is nested deeper than 32 levels or has more than 200,000 values.");
            return null;
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        return parser.TryConsume<SequenceStart>(out _)
            ? ReadList(parser, errors, path, line, depth, ref nodes)
            : ReadMap(parser, errors, path, line, depth, ref nodes);
    }

    private static YamlList? ReadList(Parser parser, ProfileErrors errors, string path, int line, int depth, ref int nodes)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(parser, errors, $"{path}[{items.Count}]", depth + 1, ref nodes) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(line, items);
    }

    private static YamlMap? ReadMap(Parser parser, ProfileErrors errors, string path, int line, int depth, ref int nodes)
    {
        parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(parser, errors, path, depth + 1, ref nodes) is not { } keyNode)
            {
                return null;
            }

            if (keyNode is not YamlScalar key)
            {
                errors.WrongType(keyNode, path, "a key of one word or in quotes");
                return null;
            }

            var inner = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
            if (!seen.Add(key.Text))
            {
                errors.Add(key, inner, "profile.duplicate_key", "This key stands here twice; remove one.");
            }

            if (ReadNode(parser, errors, inner, depth + 1, ref nodes) is not { } value)
            {
                return null;
            }

            entries.Add(new(key, value));
        }

        return new YamlMap(line, entries);
    }
}
