namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>orgs.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record OrgRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string Name,
    string Type,
    string Identifier,
    string ParentSourcedId);
