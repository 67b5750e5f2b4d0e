namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>categories.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record CategoryRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string Title,
    long? Weight);
