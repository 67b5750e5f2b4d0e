using System.Text.Json;

namespace ClosingGap.Ingest.Diagnostics;

/// <summary>All codes with their severities, meanings and fixes.</summary>
public static class DiagnosticCatalogue
{
    private static readonly Dictionary<string, CatalogueEntry> s_entries =
        Load("ClosingGap.Ingest.Diagnostics.catalogue.json").Concat(Load("ClosingGap.Ingest.Diagnostics.profile-catalogue.json")).ToDictionary(entry => entry.Code, StringComparer.Ordinal);

    /// <summary>Every entry.</summary>
    public static IReadOnlyCollection<CatalogueEntry> All => s_entries.Values;

    /// <summary>The entry of a code.</summary>
    /// <exception cref="KeyNotFoundException">The code is not in the catalogue.</exception>
    public static CatalogueEntry Get(string code) => s_entries[code];

    /// <summary>The entry of a code, or null.</summary>
    public static CatalogueEntry? Find(string code) => s_entries.GetValueOrDefault(code);

    private static List<CatalogueEntry> Load(string resource)
    {
        using var stream = typeof(DiagnosticCatalogue).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        return JsonSerializer.Deserialize(stream, DiagnosticJsonContext.Default.ListCatalogueEntry)
            ?? throw new InvalidOperationException($"The resource {resource} is empty.");
    }
}
