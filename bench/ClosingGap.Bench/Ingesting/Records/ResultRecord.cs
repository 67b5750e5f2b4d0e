namespace ClosingGap.Bench.Ingesting.Records;

/// <summary>A row of <c>results.csv</c>, as a program that trusts the file would type it.</summary>
[CsvHelper.CsvRecord]
internal sealed partial record ResultRecord(
    string SourcedId,
    string Status,
    DateTimeOffset? DateLastModified,
    string LineItemSourcedId,
    string StudentSourcedId,
    string ScoreStatus,
    decimal? Score,
    DateOnly? ScoreDate,
    string Comment,
    string TextScore,
    string ClassSourcedId,
    bool? InProgress,
    bool? Incomplete,
    bool? Late,
    bool? Missing);
