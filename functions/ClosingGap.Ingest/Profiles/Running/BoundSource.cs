using ClosingGap.Ingest.Profiles.Running.Values;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>A source bound to the header of its file.</summary>
/// <param name="File">The file.</param>
/// <param name="Filter">Which rows are taken.</param>
/// <param name="Unpivot">Repeated columns, or null.</param>
/// <param name="ApplyToAll">Ids to repeat rows for, or null.</param>
/// <param name="MadeCells">How many cells the two make.</param>
/// <param name="Columns">For each column of the table source its operator; null where this source leaves it blank.</param>
internal sealed record BoundSource(
    string File, BoundFilter Filter, BoundUnpivot? Unpivot, BoundApplyToAll? ApplyToAll, int MadeCells, IReadOnlyList<BoundValue?> Columns);
