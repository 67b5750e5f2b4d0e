namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>Repeats each row for each id of another file, e.g. a calendar without a school for all schools.</summary>
/// <param name="File">The file with the ids, or a pattern of several.</param>
/// <param name="Column">Its column; blanks and repetitions are skipped.</param>
/// <param name="Filter">Which rows of that file count.</param>
/// <param name="Into">The name under which <c>column</c> finds the id.</param>
public sealed record ApplyToAllMapping(string File, string Column, IReadOnlyList<RowFilter> Filter, string Into);
