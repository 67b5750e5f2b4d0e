namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>courses.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record CourseRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string SchoolYearSourcedId,
    string Title,
    string CourseCode,
    string Grades,
    string OrgSourcedId,
    string Subjects,
    string SubjectCodes);
