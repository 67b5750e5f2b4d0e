namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>users.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record UserRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    bool? EnabledUser,
    string Username,
    string UserIds,
    string GivenName,
    string FamilyName,
    string MiddleName,
    string Identifier,
    string Email,
    string Sms,
    string Phone,
    string AgentSourcedIds,
    string Grades,
    string Password,
    string UserMasterIdentifier,
    string ResourceSourcedIds,
    string PreferredGivenName,
    string PreferredMiddleName,
    string PreferredFamilyName,
    string PrimaryOrgSourcedId,
    string Pronouns);
