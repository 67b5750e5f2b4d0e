using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads the keys of one mapping, each with its type and range; an unknown key is an error at once.</summary>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly IReadOnlyList<string> _keys;
    private readonly ProfileErrors _errors;

    private MapReader(YamlMap map, string path, IReadOnlyList<string> keys, ProfileErrors errors)
    {
        _map = map;
        _keys = keys;
        _errors = errors;
        Path = path;
        foreach (var (key, _) in map.Entries)
        {
            if (!keys.Contains(key.Text, StringComparer.Ordinal))
            {
                errors.Add(key, PathOf(key.Text), "profile.unknown_key", $"This key is not known here. Known are: {string.Join(", ", keys)}.");
            }
        }
    }

    /// <summary>Where the mapping stands.</summary>
    public string Path { get; }

    /// <summary>The line on which it begins.</summary>
    public int Line => _map.Line;

    /// <summary>Null, with an error, when the node is no mapping.</summary>
    public static MapReader? Open(YamlNode node, string path, IReadOnlyList<string> keys, ProfileErrors errors)
    {
        if (node is YamlMap map)
        {
            return new MapReader(map, path, keys, errors);
        }

        errors.WrongType(node, path, "a mapping");
        return null;
    }

    /// <summary>What a mapping with keys of its own holds; nothing when there is none, or, with an error, when the node is no mapping.</summary>
    public static IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries(YamlNode? node, string path, string wanted, ProfileErrors errors)
    {
        if (node is YamlMap map)
        {
            return map.Entries;
        }

        if (node is not null)
        {
            errors.WrongType(node, path, wanted);
        }

        return [];
    }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public YamlNode? Node(string key)
    {
        if (!_keys.Contains(key, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"The key {key} is read but not declared.");
        }

        return _map.Find(key);
    }

    public YamlNode? Required(string key)
    {
        var node = Node(key);
        if (node is null)
        {
            _errors.Add(_map, PathOf(key), "profile.missing_key", "This key is required.");
        }

        return node;
    }

    /// <summary>Which of these keys are there: exactly one must be.</summary>
    public string? OneOf(params IReadOnlyList<string> keys)
    {
        var present = keys.Where(key => Node(key) is not null).ToArray();
        if (present.Length == 1)
        {
            return present[0];
        }

        _errors.Add(_map, Path, present.Length == 0 ? "profile.missing_key" : "profile.conflict", $"Exactly one of these keys is wanted: {string.Join(", ", keys)}.");
        return null;
    }

    public string? Text(string key, int maxLength = 1_000) => Node(key) is { } node ? TextOf(node, PathOf(key), maxLength) : null;

    public string RequiredText(string key, int maxLength = 1_000) => Required(key) is { } node ? TextOf(node, PathOf(key), maxLength) ?? "" : "";

    public string? TextOf(YamlNode node, string path, int maxLength) => TextOf(node, path, maxLength, _errors);

    public static string? TextOf(YamlNode node, string path, int maxLength, ProfileErrors errors)
    {
        if (node is not YamlScalar { IsText: true } scalar)
        {
            errors.WrongType(node, path, "text (in quotes when it looks like a number, true, false or null)");
            return null;
        }

        if (scalar.Text.Length > maxLength)
        {
            errors.Add(node, path, "profile.out_of_range", $"At most {maxLength.ToString(CultureInfo.InvariantCulture)} characters are taken.");
            return null;
        }

        return scalar.Text;
    }

    public IReadOnlyList<string>? TextList(string key)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlList list)
        {
            _errors.WrongType(node, PathOf(key), "a list of texts");
            return null;
        }

        return [.. list.Items.Select((item, index) => TextOf(item, $"{PathOf(key)}[{index}]", 1_000)).OfType<string>()];
    }

    /// <summary>The items of a list with their places; nothing when there is none, or, with an error, when the node is no list.</summary>
    public IReadOnlyList<(YamlNode Node, string Path)> Items(string key, string wanted)
    {
        if (Node(key) is not { } node)
        {
            return [];
        }

        if (node is YamlList list)
        {
            return [.. list.Items.Select((item, index) => (item, FormattableString.Invariant($"{PathOf(key)}[{index}]")))];
        }

        _errors.WrongType(node, PathOf(key), wanted);
        return [];
    }

    public bool Boolean(string key, bool otherwise)
    {
        if (Node(key) is not { } node)
        {
            return otherwise;
        }

        if (node is YamlScalar { IsBoolean: true } scalar)
        {
            return scalar.Text[0] is 't' or 'T';
        }

        _errors.WrongType(node, PathOf(key), "true or false");
        return otherwise;
    }

    public int? Integer(string key, int from, int to) => Number(key, from, to, 0) is { } number ? (int)number : null;

    public decimal? Number(string key, decimal from, decimal to, int decimals)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlScalar { IsNumber: true } scalar
            || !decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            _errors.WrongType(node, PathOf(key), decimals == 0 ? "a whole number" : "a number");
            return null;
        }

        if (number < from || number > to || number != Math.Round(number, decimals))
        {
            _errors.Add(node, PathOf(key), "profile.out_of_range", string.Create(
                CultureInfo.InvariantCulture, $"From {from} to {to} is wanted, with at most {decimals} decimals."));
            return null;
        }

        return number;
    }

    /// <summary>One of a closed set of words.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        _errors.Add(Node(key)!, PathOf(key), "profile.unknown_value", $"One of these is wanted: {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>A list, not empty, of words of a closed set.</summary>
    public IReadOnlyList<T>? ChoiceList<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (TextList(key) is not { } texts)
        {
            return null;
        }

        if (texts.Count == 0 || !texts.All(words.ContainsKey))
        {
            _errors.Add(Node(key)!, PathOf(key), "profile.unknown_value", $"One or more of these are wanted: {string.Join(", ", words.Keys)}.");
            return null;
        }

        return [.. texts.Select(text => words[text])];
    }
}
