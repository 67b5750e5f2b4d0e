using System.Globalization;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// Tells whether dates with slashes have the day or the month first, from all dates of the file: a number above 12 can only be a day. Asked
/// at the first such date, so that a file without any is read once.
/// </summary>
internal sealed class DateOrder(IPackage package, string file, FileContract contract, HeaderPlan plan, CsvOptions options)
{
    private static readonly string[] s_dayFirst = ["d/M/yyyy"];

    private readonly int[] _places =
    [
        .. Enumerable.Range(0, contract.Columns.Count)
            .Where(index => contract.Columns[index].Type == CellType.Date && plan.Source[index] >= 0)
            .Select(index => plan.Source[index]),
    ];

    private bool _isDecided;
    private bool _isDayFirst;

    /// <summary>True when a row has such a date and the order is not decided yet.</summary>
    public bool IsAsked(SourceRow row) => !_isDecided && _places.Any(place => row.Cells[place]?.Contains('/', StringComparison.Ordinal) == true);

    /// <summary>Reads the file's dates; says so when they do not tell, or contradict each other, and the month is taken first.</summary>
    public async Task DecideAsync(FileTally tally, FindingReporter reporter, CancellationToken cancellationToken)
    {
        _isDecided = true;
        var (hasDayFirst, hasMonthFirst) = (false, false);
        try
        {
            var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false);
            await foreach (var row in csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var place in row.Fault is null ? _places : [])
                {
                    var (first, second) = Parts(row.Cells[place]);
                    hasDayFirst |= first is > 12 and <= 31 && second is >= 1 and <= 12;
                    hasMonthFirst |= second is > 12 and <= 31 && first is >= 1 and <= 12;
                }
            }
        }
        catch (CsvUnreadableException)
        {
            // Reported where the file is read as a table.
        }

        _isDayFirst = hasDayFirst && !hasMonthFirst;
        if (hasDayFirst == hasMonthFirst)
        {
            reporter.Once(DiagnosticCodes.RowDateOrderAssumed, tally);
        }
    }

    /// <summary>Reads a date with slashes of a file that has the day first; null for every other.</summary>
    public CellReading? Read(string cell)
    {
        if (!_isDayFirst || !cell.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        return DateOnly.TryParseExact(cell, s_dayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DiagnosticCodes.RowDateFormat)
            : new(null, DiagnosticCodes.RowInvalidDate);
    }

    private static (int First, int Second) Parts(string? cell)
    {
        var slash = cell?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0)
        {
            return (0, 0);
        }

        var rest = cell.AsSpan(slash + 1);
        var next = rest.IndexOf('/');
        return next > 0
            && int.TryParse(cell.AsSpan(0, slash).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(rest[..next], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
                ? (first, second)
                : (0, 0);
    }
}
