using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>One source of a table in a draft.</summary>
/// <param name="File">The file.</param>
/// <param name="Table">The canonical table.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Columns">The columns, in canonical order.</param>
/// <param name="ApplyToAll">For a calendar without schools, or null.</param>
/// <param name="NeedsDistinct">True when the file names a record in several rows.</param>
/// <param name="Missing">Required columns for which nothing was found.</param>
/// <param name="Unused">Columns of the file that are not used.</param>
internal sealed record DraftSource(
    string File,
    string Table,
    Confidence Confidence,
    IReadOnlyList<DraftColumn> Columns,
    ApplyToAllMapping? ApplyToAll,
    bool NeedsDistinct,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unused);
