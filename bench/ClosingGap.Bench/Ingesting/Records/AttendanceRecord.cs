namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>attendance.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record AttendanceRecord(
    string UserSourcedId,
    string SchoolSourcedId,
    string ClassSourcedId,
    DateOnly? EventDate,
    string AttendanceEventCategory,
    string AttendanceEventReason,
    decimal? EventDuration,
    string Periods);
