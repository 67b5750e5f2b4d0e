using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>What the short way of a row shares with the long one.</summary>
/// <param name="Codes">Brings codes to words.</param>
/// <param name="Reader">Reads cells, and remembers those that were sound.</param>
/// <param name="References">Checks references.</param>
/// <param name="Meaning">Holds rows to the rules between files.</param>
/// <param name="Keys">The keys of the rows read so far.</param>
/// <param name="Mode">How the rows are meant.</param>
internal sealed record CleanParts(CodeReader Codes, RowReader Reader, ReferenceChecker References, MeaningCheck Meaning, RowKeys Keys, TableMode Mode);
