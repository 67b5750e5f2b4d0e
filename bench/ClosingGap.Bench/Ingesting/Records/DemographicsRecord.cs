namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>demographics.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record DemographicsRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    DateOnly? BirthDate,
    string Sex,
    bool? AmericanIndianOrAlaskaNative,
    bool? Asian,
    bool? BlackOrAfricanAmerican,
    bool? NativeHawaiianOrOtherPacificIslander,
    bool? White,
    bool? DemographicRaceTwoOrMoreRaces,
    bool? HispanicOrLatinoEthnicity,
    string CountryOfBirthCode,
    string StateOfBirthAbbreviation,
    string CityOfBirth,
    string PublicSchoolResidenceStatus);
