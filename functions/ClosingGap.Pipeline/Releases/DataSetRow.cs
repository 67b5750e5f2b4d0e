using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>A row of a released data set. What is suppressed is blank, with its status beside it; never 0.</summary>
internal sealed record DataSetRow(
    string Level,
    string? DistrictId,
    string? SchoolId,
    string Name,
    string Dimension,
    string Group,
    string Measure,
    long? Students,
    string StudentsStatus,
    double? Percent,
    double? PercentLow,
    double? PercentHigh,
    string PercentStatus,
    bool? Reliable,
    string? ReferenceGroup,
    double? Gap,
    double? GapLow,
    double? GapHigh,
    string? GapStatus,
    double? GapIntervalLow,
    double? GapIntervalHigh)
{
    public static IEnumerable<DataSetRow> Of(string measure, OrganisationLine line)
    {
        foreach (var cell in line.Values)
        {
            var isAll = string.Equals(cell.Group, StateTable.All, StringComparison.Ordinal);
            var dimension = isAll ? StateTable.All : GroupDimensions.OfKey(cell.Group);
            yield return new DataSetRow(
                Word(line.Level.ToString()),
                line.District,
                line.School,
                line.Name,
                dimension,
                isAll ? StateTable.All : cell.Group[(dimension.Length + 1)..],
                measure,
                (long?)cell.Students.Value,
                Word(cell.Students.Status),
                (double?)cell.Percent.Value,
                (double?)cell.Percent.Low,
                (double?)cell.Percent.High,
                Word(cell.Percent.Status),
                cell.Reliable,
                cell.Gap is { } gap ? gap.Reference[(dimension.Length + 1)..] : null,
                (double?)cell.Gap?.Points.Value,
                (double?)cell.Gap?.Points.Low,
                (double?)cell.Gap?.Points.High,
                cell.Gap is { Points.Status: var status } ? Word(status) : null,
                (double?)cell.Gap?.IntervalLow,
                (double?)cell.Gap?.IntervalHigh);
        }
    }

    private static string Word(ValueStatus status) => Word(status.ToString());

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
