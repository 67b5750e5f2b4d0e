using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Profiles;

/// <summary>What a district says about its own exports: how strictly they are read, its thresholds, its codes, and where its tables are.</summary>
/// <param name="Name">A short name, e.g. <c>edfi-grand-bend</c>.</param>
/// <param name="Version">Counts up with each change, from 1.</param>
/// <param name="Conformance">How deviations from the file standards are judged.</param>
/// <param name="Settings">Thresholds and rules of the verdicts and of the hold.</param>
/// <param name="CodeMaps">Named maps from the district's codes to canonical ones.</param>
/// <param name="Tables">In canonical order; empty: the package holds the standard's own files.</param>
public sealed record DistrictProfile(
    string Name,
    int Version,
    Conformance Conformance,
    ProfileSettings Settings,
    IReadOnlyDictionary<string, CodeMap> CodeMaps,
    IReadOnlyList<TableMapping> Tables)
{
    /// <summary>From <c>table.column</c> to the map through which its cells go before the table's contract reads them.</summary>
    public IReadOnlyDictionary<string, CodeMap> Codes { get; init; } = new Dictionary<string, CodeMap>();

    /// <summary>True when, of the files in one folder that fit a pattern, only the last by name is read: each is a complete export of its day.</summary>
    public bool NewestPerFolder { get; init; }

    /// <summary>True when the package has a layout of its own that this profile maps to the canonical tables.</summary>
    public bool MapsTables => Tables.Count > 0;
}
