using ClosingGap.Ingest.Profiles.Running.Values;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>A source bound to the columns of its files.</summary>
/// <param name="Files">The file, or those of a pattern.</param>
/// <param name="Filter">Which rows are taken.</param>
/// <param name="Unpivot">Repeated columns, or null.</param>
/// <param name="ApplyToAll">Ids to repeat rows for, or null.</param>
/// <param name="MadeCells">How many cells the two make.</param>
/// <param name="Columns">For each column of the table source its operator; null where this source leaves it blank.</param>
internal sealed record BoundSource(
    FileSet Files, BoundFilter Filter, BoundUnpivot? Unpivot, BoundApplyToAll? ApplyToAll, int MadeCells, IReadOnlyList<BoundValue?> Columns);
