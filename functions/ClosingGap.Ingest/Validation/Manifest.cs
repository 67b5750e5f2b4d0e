using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>What a package says of itself.</summary>
internal sealed record Manifest
{
    /// <summary>The OneRoster version, or null when it names none that is known.</summary>
    public string? Version { get; init; }

    /// <summary>True when the source's name is given.</summary>
    public bool HasSystemName { get; init; }

    /// <summary>The mode of each table listed.</summary>
    public required IReadOnlyDictionary<string, ManifestMode> Modes { get; init; }

    /// <summary>The mode declared for a table that is present, or null.</summary>
    public TableMode? DeclaredMode(string table) => Modes.TryGetValue(table, out var mode)
        ? mode switch
        {
            ManifestMode.Bulk => TableMode.Bulk,
            ManifestMode.Delta => TableMode.Delta,
            _ => null,
        }
        : null;
}
