namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>What <c>guesses.json</c> holds.</summary>
/// <param name="Tables">From canonical table to its clues.</param>
/// <param name="Codes">From <c>table.column</c> to codes that districts often use, with their words: guesses, which a person checks.</param>
internal sealed record Clues(IReadOnlyDictionary<string, TableClues> Tables, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes)
{
    private const string Resource = "ClosingGap.Ingest.Profiles.Init.guesses.json";

    /// <summary>The clues that come with the product.</summary>
    public static Clues Default { get; } = Load();

    private static Clues Load()
    {
        using var stream = typeof(Clues).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        return System.Text.Json.JsonSerializer.Deserialize(stream, CluesJsonContext.Default.Clues)
            ?? throw new InvalidOperationException($"The resource {Resource} is empty.");
    }
}
