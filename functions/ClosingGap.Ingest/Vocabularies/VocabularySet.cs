namespace ClosingGap.Ingest.Vocabularies;

/// <summary>The vocabularies of all code columns of the extension files: the embedded <c>vocabularies.json</c>.</summary>
internal static class VocabularySet
{
    private const string Resource = "ClosingGap.Ingest.Vocabularies.vocabularies.json";

    /// <summary>What the file holds.</summary>
    public static VocabularyFile File { get; } = Load();

    private static readonly Dictionary<string, Vocabulary> s_columns = File.Columns.ToDictionary(
        pair => pair.Key, pair => Make(pair.Value), StringComparer.Ordinal);

    /// <summary>From <c>table.column</c> to its vocabulary.</summary>
    public static IReadOnlyDictionary<string, Vocabulary> Columns => s_columns;

    /// <summary>The vocabulary of a column, or null when it holds no codes.</summary>
    public static Vocabulary? Find(string table, string column) => s_columns.GetValueOrDefault($"{table}.{column}");

    private static Vocabulary Make(VocabularyColumn column) => column.GradeLevel
        ? new Vocabulary(column, File.GradeLevels.Words, File.GradeLevels.Synonyms)
        : new Vocabulary(
            column,
            (column.Words ?? []).Concat(column.Descriptor is { } descriptor ? File.Descriptors[descriptor] : []),
            column.Synonyms ?? new Dictionary<string, string>());

    private static VocabularyFile Load()
    {
        using var stream = typeof(VocabularySet).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        return VocabularyReader.Read(stream);
    }
}
