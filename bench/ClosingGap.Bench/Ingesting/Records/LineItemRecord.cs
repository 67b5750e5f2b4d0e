namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>lineItems.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record LineItemRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string Title,
    string Description,
    DateOnly? AssignDate,
    DateOnly? DueDate,
    string ClassSourcedId,
    string CategorySourcedId,
    string AcademicSessionSourcedId,
    decimal? ResultValueMin,
    decimal? ResultValueMax,
    string SchoolSourcedId);
