using System.Globalization;

namespace ClosingGap.SampleData;

/// <summary>Integers of a smaller unit as decimal numbers, without floating point.</summary>
internal static class Decimals
{
    public static string Hundredths(int value) => AsNumber(value, 100).ToString("0.00", CultureInfo.InvariantCulture);

    public static string HalfDays(int value) => AsNumber(value, 2).ToString("0.0", CultureInfo.InvariantCulture);

    public static decimal AsNumber(long value, int unitsInOne) => value / (decimal)unitsInOne;
}
