namespace ClosingGap.Ingest.Csv;

/// <summary>A CSV file that cannot be read on: bytes that are not UTF-8, a quote that never closes, a record above the limit.</summary>
/// <param name="code">The stable code.</param>
/// <param name="row">The row at which reading stopped, as a spreadsheet shows it.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class CsvUnreadableException(string code, long row, Exception? inner = null)
    : Exception($"{code} at row {row.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The row at which reading stopped.</summary>
    public long Row { get; } = row;
}
