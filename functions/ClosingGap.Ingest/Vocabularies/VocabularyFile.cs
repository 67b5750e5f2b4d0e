namespace ClosingGap.Ingest.Vocabularies;

/// <summary>What <c>vocabularies.json</c> holds.</summary>
/// <param name="Descriptors">From an Ed-Fi descriptor of Data Standard 5 to its values.</param>
/// <param name="GradeLevels">The grade levels of every column that holds one.</param>
/// <param name="Columns">From <c>table.column</c> to its vocabulary.</param>
internal sealed record VocabularyFile(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Descriptors, GradeLevelWords GradeLevels, IReadOnlyDictionary<string, VocabularyColumn> Columns);
