using System.Text.Json;

namespace ClosingGap.Ingest.Diagnostics;

/// <summary>All codes with their severities, meanings and fixes.</summary>
public static class DiagnosticCatalogue
{
    private const string Resource = "ClosingGap.Ingest.Diagnostics.catalogue.json";
    private static readonly Dictionary<string, CatalogueEntry> s_entries = Load().ToDictionary(entry => entry.Code, StringComparer.Ordinal);

    /// <summary>Every entry.</summary>
    public static IReadOnlyCollection<CatalogueEntry> All => s_entries.Values;

    /// <summary>The entry of a code.</summary>
    /// <exception cref="KeyNotFoundException">The code is not in the catalogue.</exception>
    public static CatalogueEntry Get(string code) => s_entries[code];

    /// <summary>The entry of a code, or null.</summary>
    public static CatalogueEntry? Find(string code) => s_entries.GetValueOrDefault(code);

    private static List<CatalogueEntry> Load()
    {
        using var stream = typeof(DiagnosticCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        return JsonSerializer.Deserialize(stream, DiagnosticJsonContext.Default.ListCatalogueEntry)
            ?? throw new InvalidOperationException($"The resource {Resource} is empty.");
    }
}
