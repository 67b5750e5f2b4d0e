namespace ClosingGap.Ingest.Vocabularies;

/// <summary>The grade levels, as <c>vocabularies.json</c> gives them.</summary>
/// <param name="Words">The codes of CEDS.</param>
/// <param name="Synonyms">From the values of Ed-Fi's descriptor to the code.</param>
internal sealed record GradeLevelWords(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Synonyms);
