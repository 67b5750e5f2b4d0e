using System.Globalization;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>A cell that is not text, as one integer: days for a date, seconds for a time, 0 or 1 for a boolean, millionths for a decimal.</summary>
internal static class CellCodec
{
    /// <summary>Stands for null. No cell has this value: integers have 32 bits and decimals 18 digits.</summary>
    public const long Null = long.MinValue;

    /// <summary>Digits of a decimal, in all and behind the point: what fits a Parquet INT64.</summary>
    public const int Precision = 18;

    /// <summary>Digits of a decimal behind the point.</summary>
    public const int Scale = 6;

    private const decimal Unit = 1_000_000m;
    private const decimal Limit = 1_000_000_000_000m;
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    public static bool IsText(ColumnType type) => type is ColumnType.Text or ColumnType.Id or ColumnType.IdList or ColumnType.Code;

    private static readonly long s_limit = (long)(Limit * Unit);

    /// <summary>Reads a cell in canonical form. Decimal places beyond the sixth are rounded to even.</summary>
    public static bool TryParse(ColumnType type, ReadOnlySpan<char> text, out long value)
    {
        value = Null;
        switch (type)
        {
            case ColumnType.Boolean:
                value = text.SequenceEqual("true") ? 1 : text.SequenceEqual("false") ? 0 : Null;
                return value != Null;
            case ColumnType.Date:
                if (!DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    return false;
                }

                value = date.DayNumber;
                return true;
            case ColumnType.DateTime:
                if (!DateTime.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                {
                    return false;
                }

                value = FromDateTime(time);
                return true;
            case ColumnType.Integer or ColumnType.SchoolYear:
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
                {
                    return false;
                }

                value = integer;
                return true;
            case ColumnType.Decimal:
                const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
                return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && TryFromDecimal(number, out value);
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Text is not held as an integer.");
        }
    }

    public static long FromDateTime(DateTime time) => time.Ticks / TimeSpan.TicksPerSecond;

    public static DateTime ToDateTime(long value) => new(value * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);

    public static bool TryFromDecimal(decimal number, out long value)
    {
        value = Null;

        // A cell of a snapshot has all six places and fits a long: nothing is to be rounded.
        Span<int> bits = stackalloc int[4];
        if (number.Scale == Scale && decimal.GetBits(number, bits) == bits.Length && bits[2] == 0 && bits[1] >= 0)
        {
            var magnitude = ((long)bits[1] << 32) | (uint)bits[0];
            if (magnitude < s_limit)
            {
                value = bits[3] < 0 ? -magnitude : magnitude;
                return true;
            }
        }

        var rounded = decimal.Round(number, Scale, MidpointRounding.ToEven);
        if (Math.Abs(rounded) >= Limit)
        {
            return false;
        }

        value = (long)(rounded * Unit);
        return true;
    }

    public static decimal ToDecimal(long value)
    {
        var magnitude = Math.Abs(value);
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, value < 0, Scale);
    }

    /// <summary>The canonical form of a cell: a decimal has no trailing zeros.</summary>
    public static string Format(ColumnType type, long value) => type switch
    {
        ColumnType.Boolean => value == 0 ? "false" : "true",
        ColumnType.Date => DateOnly.FromDayNumber((int)value).ToString(DateFormat, CultureInfo.InvariantCulture),
        ColumnType.DateTime => ToDateTime(value).ToString(TimeFormat, CultureInfo.InvariantCulture),
        ColumnType.SchoolYear => value.ToString("0000", CultureInfo.InvariantCulture),
        ColumnType.Integer => value.ToString(CultureInfo.InvariantCulture),
        ColumnType.Decimal => ToDecimal(value).ToString("0.######", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Text is not held as an integer."),
    };
}
