namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>enrollments.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record EnrollmentRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string ClassSourcedId,
    string SchoolSourcedId,
    string UserSourcedId,
    string Role,
    bool? Primary,
    DateOnly? BeginDate,
    DateOnly? EndDate);
