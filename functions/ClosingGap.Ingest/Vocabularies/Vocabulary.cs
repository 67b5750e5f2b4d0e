namespace ClosingGap.Ingest.Vocabularies;

/// <summary>The canonical words of one code column. Case and the blanks around a code do not matter.</summary>
internal sealed class Vocabulary
{
    /// <summary>The namespace of Ed-Fi's own descriptors: <c>uri://ed-fi.org/GradeTypeDescriptor#Final</c>. Other namespaces are a district's own.</summary>
    private const string EdFi = "uri://ed-fi.org/";

    private readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the vocabulary of a column.</summary>
    public Vocabulary(VocabularyColumn column, IEnumerable<string> words, IEnumerable<KeyValuePair<string, string>> synonyms)
    {
        Unknown = column.Unknown;
        UnlessFilled = column.UnlessFilled;
        foreach (var (other, word) in synonyms)
        {
            _words.Add(other, word);
        }

        foreach (var word in words)
        {
            // A synonym wins: a value of a descriptor may have another name here.
            _words.TryAdd(word, word);
        }

        Words = [.. _words.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The canonical words, in ordinal order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What becomes of another code.</summary>
    public UnknownWord Unknown { get; }

    /// <summary>True when a code that is not known is a finding.</summary>
    public bool IsClosed => Unknown != UnknownWord.Open;

    /// <summary>A column that, when it is filled, says what matters, so that another code is kept.</summary>
    public string? UnlessFilled { get; }

    /// <summary>The canonical word of a code, with or without Ed-Fi's namespace; null when it has none.</summary>
    public string? Find(string code)
    {
        var value = code.AsSpan().Trim();
        if (value.StartsWith(EdFi, StringComparison.OrdinalIgnoreCase) && value.IndexOf('#') is var mark and > 0)
        {
            value = value[(mark + 1)..].Trim();
        }

        return _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out var word) ? word : null;
    }
}
