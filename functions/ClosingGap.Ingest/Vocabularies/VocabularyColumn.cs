namespace ClosingGap.Ingest.Vocabularies;

/// <summary>The vocabulary of one column, as <c>vocabularies.json</c> gives it.</summary>
internal sealed record VocabularyColumn
{
    /// <summary>The Ed-Fi descriptor whose values are its words.</summary>
    public string? Descriptor { get; init; }

    /// <summary>True for the grade levels of CEDS.</summary>
    public bool GradeLevel { get; init; }

    /// <summary>What becomes of another code.</summary>
    public UnknownWord Unknown { get; init; }

    /// <summary>A column that, when it is filled, says what matters, so that another code is kept.</summary>
    public string? UnlessFilled { get; init; }

    /// <summary>Words beside those of the descriptor.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>From well-known other ways to write it to the word.</summary>
    public IReadOnlyDictionary<string, string>? Synonyms { get; init; }
}
