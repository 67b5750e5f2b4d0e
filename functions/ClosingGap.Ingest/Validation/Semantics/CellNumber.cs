using System.Globalization;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A number cell in canonical form, as a number.</summary>
internal static class CellNumber
{
    /// <summary>The number, or null for a blank.</summary>
    public static decimal? Of(ReadOnlySpan<char> cell) =>
        cell.IsEmpty ? null : decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>The number, or null for a blank.</summary>
    public static decimal? Of(string? cell) =>
        cell is null ? null : decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
