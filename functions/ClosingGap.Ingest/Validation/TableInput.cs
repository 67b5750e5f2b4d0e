using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>A source of rows for a table, with the places of its columns.</summary>
/// <param name="Source">The rows.</param>
/// <param name="Plan">Where the contract's columns stand in them.</param>
/// <param name="Tally">The counts of the file, when the source is one file.</param>
/// <param name="Dates">Tells the order of dates with slashes; null where such a date is none.</param>
internal sealed record TableInput(ITableSource Source, HeaderPlan Plan, FileTally? Tally, DateOrder? Dates = null);
