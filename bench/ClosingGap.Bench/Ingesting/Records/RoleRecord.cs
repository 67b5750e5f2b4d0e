namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>roles.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record RoleRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string UserSourcedId,
    string RoleType,
    string Role,
    DateOnly? BeginDate,
    DateOnly? EndDate,
    string OrgSourcedId,
    string UserProfileSourcedId);
