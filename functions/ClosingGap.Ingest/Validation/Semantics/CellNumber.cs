using System.Globalization;
using System.Runtime.CompilerServices;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A number cell in canonical form, as a number.</summary>
internal static class CellNumber
{
    /// <summary>So many characters always fit an integer.</summary>
    private const int MaxShortLength = 18;

    /// <summary>The number, or null for a blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal? Of(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return null;
        }

        long digits = 0;
        var scale = -1;
        foreach (var character in cell)
        {
            if (character == '.' && scale < 0)
            {
                scale = 0;
            }
            else if (character is >= (byte)'0' and <= (byte)'9' && cell.Length <= MaxShortLength)
            {
                digits = (digits * 10) + (character - '0');
                scale += scale < 0 ? 0 : 1;
            }
            else
            {
                return decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            }
        }

        return new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)Math.Max(scale, 0));
    }

    /// <summary>The number, or null for a blank.</summary>
    public static decimal? Of(string? cell) =>
        cell is null ? null : decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
