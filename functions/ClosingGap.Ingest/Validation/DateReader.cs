using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads days and times.</summary>
internal static class DateReader
{
    private const int DayLength = 10;

    private static readonly string[] s_otherDates = ["M/d/yyyy", "yyyyMMdd"];
    private static readonly string[] s_localTimes =
        ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    /// <summary>Reads a day: <c>yyyy-MM-dd</c>, or with a deviation <c>M/d/yyyy</c> or <c>yyyyMMdd</c>.</summary>
    public static CellReading ReadDate(string cell)
    {
        if (IsDay(cell))
        {
            return new(cell, null);
        }

        return DateOnly.TryParseExact(cell, s_otherDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DiagnosticCodes.RowDateFormat)
            : new(null, DiagnosticCodes.RowInvalidDate);
    }

    /// <summary>Reads a time: <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public static CellReading ReadDateTime(string cell) =>
        IsDateTime(cell) ? new(cell, null)
            : new(null, DiagnosticCodes.RowInvalidDatetime);

    /// <summary>Reads a time without a zone: <c>yyyy-MM-ddTHH:mm:ss</c>; a blank for the T, a time to the minute and a day alone are taken too.</summary>
    public static CellReading ReadLocalDateTime(string cell) =>
        DateTime.TryParseExact(cell, s_localTimes, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var time)
            ? new(time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), null)
            : new(null, DiagnosticCodes.RowInvalidDatetime);

    /// <summary>True for <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> cell)
    {
        const int Length = 24;
        Span<char> text = stackalloc char[Length];
        return cell.Length == Length && Encoding.UTF8.GetCharCount(cell) == Length && IsDateTime(text[..Encoding.UTF8.GetChars(cell, text)]);
    }

    /// <summary>True for <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> cell) =>
        cell.Length == 24 && cell[10] == 'T' && cell[23] == 'Z' && IsDay(cell[..10])
        && TimeOnly.TryParseExact(cell[11..23], "HH:mm:ss.fff", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>True for <c>yyyy-MM-dd</c>.</summary>
    public static bool IsDay(ReadOnlySpan<char> text)
    {
        Span<byte> day = stackalloc byte[DayLength];
        return text.Length == DayLength && Ascii.FromUtf16(text, day, out _) == OperationStatus.Done && IsDay(day);
    }

    /// <summary>True for <c>yyyy-MM-dd</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsDay(ReadOnlySpan<byte> text)
    {
        if (text.Length != DayLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var year = Digits(text[..4]);
        var month = Digits(text[5..7]);
        var day = Digits(text[8..]);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>The number, or -1 when anything else than a digit stands there.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
