namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>classes.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record ClassRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string Title,
    string Grades,
    string CourseSourcedId,
    string ClassCode,
    string ClassType,
    string Location,
    string SchoolSourcedId,
    string TermSourcedIds,
    string Subjects,
    string SubjectCodes,
    string Periods);
