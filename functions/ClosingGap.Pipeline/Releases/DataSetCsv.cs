using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Csv;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>A data set as CSV (RFC 4180, UTF-8), made while it is read.</summary>
internal static class DataSetCsv
{
    private const int PieceBytes = 64 << 10;
    private const string LineEnd = "\r\n";

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(string measure, IAsyncEnumerable<OrganisationLine> lines)
    {
        var text = new StringBuilder(string.Join(',', DataSetColumns.All.Select(column => column.Name))).Append(LineEnd);
        await foreach (var line in lines)
        {
            foreach (var row in DataSetRow.Of(measure, line))
            {
                Append(text, row);
            }

            if (text.Length >= PieceBytes)
            {
                yield return Encoding.UTF8.GetBytes(text.ToString());
                text.Clear();
            }
        }

        yield return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, DataSetRow row)
    {
        string?[] cells =
        [
            row.Level, row.DistrictId, row.SchoolId, row.Name, row.Dimension, row.Group, row.Measure,
            row.Students?.ToString(CultureInfo.InvariantCulture), row.StudentsStatus,
            row.Percent?.ToString(CultureInfo.InvariantCulture), row.PercentLow?.ToString(CultureInfo.InvariantCulture),
            row.PercentHigh?.ToString(CultureInfo.InvariantCulture), row.PercentStatus,
            row.Reliable switch { true => "true", false => "false", null => null },
            row.ReferenceGroup, row.Gap?.ToString(CultureInfo.InvariantCulture), row.GapLow?.ToString(CultureInfo.InvariantCulture),
            row.GapHigh?.ToString(CultureInfo.InvariantCulture), row.GapStatus,
            row.GapIntervalLow?.ToString(CultureInfo.InvariantCulture), row.GapIntervalHigh?.ToString(CultureInfo.InvariantCulture),
        ];
        text.AppendJoin(',', cells.Select(SpreadsheetCell.Field)).Append(LineEnd);
    }
}
