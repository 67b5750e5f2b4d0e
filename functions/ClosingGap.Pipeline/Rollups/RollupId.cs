using System.Globalization;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>A rollup of a state: <c>rollup-TX-20261129</c> of a night, <c>rollup-TX-20261129-2</c> on demand.</summary>
public readonly record struct RollupId
{
    /// <summary>The most rollups of one day on demand.</summary>
    public const int MaxNumber = 999;

    private const string Prefix = "rollup-";
    private const string DateFormat = "yyyyMMdd";

    /// <param name="state">Two capital letters.</param>
    /// <param name="date">The day (UTC).</param>
    /// <param name="number">0: the night's; 1 to 999: on demand.</param>
    public RollupId(string state, DateOnly date, int number)
    {
        if (!StateCode.IsWellFormed(state))
        {
            throw new FormatException("A state is two capital letters.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MaxNumber);
        (State, Date, Number) = (state, date, number);
    }

    /// <summary>Two capital letters.</summary>
    public string State { get; }

    /// <summary>The day (UTC).</summary>
    public DateOnly Date { get; }

    /// <summary>0: the night's; else the number of the day on demand.</summary>
    public int Number { get; }

    /// <summary>A number that rises with day and number.</summary>
    public long Order => (Date.DayNumber * (MaxNumber + 1L)) + Number;

    /// <summary>Reads an id.</summary>
    public static bool TryParse(string? text, out RollupId id)
    {
        id = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].Split('-') is not { Length: 2 or 3 } parts
            || !StateCode.IsWellFormed(parts[0])
            || !DateOnly.TryParseExact(parts[1], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        var number = 0;
        if (parts.Length == 3
            && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MaxNumber || parts[2][0] == '0'))
        {
            return false;
        }

        id = new RollupId(parts[0], date, number);
        return true;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static RollupId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("A rollup reads rollup-STATE-YYYYMMDD or rollup-STATE-YYYYMMDD-N.");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{State}-{Date.ToString(DateFormat, CultureInfo.InvariantCulture)}{(Number == 0 ? "" : $"-{Number}")}");
}
