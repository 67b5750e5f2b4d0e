namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>academicSessions.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record SessionRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string Title,
    string Type,
    DateOnly? StartDate,
    DateOnly? EndDate,
    string ParentSourcedId,
    int? SchoolYear);
