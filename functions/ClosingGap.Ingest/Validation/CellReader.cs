using System.Buffers;
using System.Globalization;
using System.Numerics;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads one filled cell by its column's type. Clean cells allocate nothing.</summary>
internal static class CellReader
{
    private const int MaxGuidLength = 255;
    private static readonly SearchValues<char> s_guidCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_/@");

    /// <summary>Reads a cell that is not blank.</summary>
    public static CellReading Read(ContractColumn column, string cell) => column.Type switch
    {
        CellType.Guid or CellType.GuidRef => IsGuid(cell) ? new(cell, null) : new(null, DiagnosticCodes.RowInvalidGuid),
        CellType.GuidRefList => ListReader.Read(cell, IsGuid, DiagnosticCodes.RowInvalidGuid),
        CellType.Enum => Token(column, cell),
        CellType.EnumList => ListReader.ReadTokens(column, cell),
        CellType.Boolean => Boolean(cell),
        CellType.Date => DateReader.ReadDate(cell),
        CellType.DateTime => DateReader.ReadDateTime(cell),
        CellType.LocalDateTime => DateReader.ReadLocalDateTime(cell),
        CellType.Year => Year(cell),
        CellType.Integer => Integer(cell),
        CellType.Float => Number(column, cell),
        CellType.Grade => GradeReader.Read(cell),
        CellType.GradeList => GradeReader.ReadList(cell),
        CellType.TextList or CellType.ScoreScale => ListReader.Read(cell, static _ => true, DiagnosticCodes.RowInvalidList),
        CellType.UserIdList => ListReader.Read(cell, ListReader.IsBracedPair, DiagnosticCodes.RowInvalidList),
        CellType.Id => new(Text(cell), HasInvisible(cell) ? DiagnosticCodes.RowInvisibleCharacter : null),
        _ => new(Text(cell), null),
    };

    /// <summary>Reads a token of an enumeration; another case is a deviation.</summary>
    public static CellReading Token(ContractColumn column, string cell)
    {
        foreach (var token in column.Enum!)
        {
            if (string.Equals(token, cell, StringComparison.Ordinal))
            {
                return new(token, null);
            }
        }

        if (column.Extensible && cell.StartsWith("ext:", StringComparison.Ordinal) && cell.Length > 4)
        {
            return new(cell, null);
        }

        var other = column.Enum.FirstOrDefault(token => string.Equals(token, cell, StringComparison.OrdinalIgnoreCase));
        return other is null ? new(null, DiagnosticCodes.RowInvalidEnum) : new(other, DiagnosticCodes.RowEnumCase);
    }

    private static bool IsGuid(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxGuidLength && !text.ContainsAnyExcept(s_guidCharacters);

    /// <summary>True for marks, joiners and the like: two ids that look alike may differ by them. They are never taken out, so the two never join.</summary>
    private static bool HasInvisible(string cell) =>
        cell.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && cell.Any(static character => char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse);

    /// <summary>Line breaks would break every file made from the text.</summary>
    private static string Text(string cell) =>
        cell.AsSpan().ContainsAny('\r', '\n')
            ? cell.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ')
            : cell;

    private static CellReading Boolean(string cell) => cell switch
    {
        "true" or "false" => new(cell, null),
        "1" => new("true", DiagnosticCodes.RowBooleanFormat),
        "0" => new("false", DiagnosticCodes.RowBooleanFormat),
        _ when IsAny(cell, "true", "yes", "y", "t") => new("true", DiagnosticCodes.RowBooleanFormat),
        _ when IsAny(cell, "false", "no", "n", "f") => new("false", DiagnosticCodes.RowBooleanFormat),
        _ => new(null, DiagnosticCodes.RowInvalidBoolean),
    };

    private static bool IsAny(string cell, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (string.Equals(cell, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static CellReading Year(string cell) =>
        cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
            ? new(cell, null)
            : new(null, DiagnosticCodes.RowInvalidYear);

    private static CellReading Integer(string cell) =>
        long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new(number.ToString(CultureInfo.InvariantCulture), null)
            : new(null, DiagnosticCodes.RowInvalidInteger);

    /// <summary>True for what is a number already as it will be written: digits, none of them a leading zero, with at most one point inside.</summary>
    public static bool IsCanonicalNumber<T>(ReadOnlySpan<T> cell)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (zero, nine) = (T.CreateTruncating('0'), T.CreateTruncating('9'));
        var point = cell.IndexOf(T.CreateTruncating('.'));
        var whole = point < 0 ? cell : cell[..point];
        return whole.Length is > 0 and <= 12 && !whole.ContainsAnyExceptInRange(zero, nine) && (whole[0] != zero || whole.Length == 1)
            && (point < 0 || (cell.Length - point is > 1 and <= 12 && !cell[(point + 1)..].ContainsAnyExceptInRange(zero, nine)));
    }

    private static CellReading Number(ContractColumn column, string cell)
    {
        if (column.Min is null && column.Max is null && IsCanonicalNumber<char>(cell))
        {
            return new(cell, null);
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(cell, Style, CultureInfo.InvariantCulture, out var number))
        {
            return new(null, DiagnosticCodes.RowInvalidFloat);
        }

        return number < column.Min || number > column.Max
            ? new(null, DiagnosticCodes.RowNumberOutOfRange)
            : new(number.ToString(CultureInfo.InvariantCulture), null);
    }
}
