using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A number in canonical form.</summary>
internal sealed class BoundDecimal(BoundValue of, char decimalMark, bool blankInvalid, string target) : BoundValue(of.Origin)
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        if (TryRead(text, decimalMark, out var number))
        {
            return number.ToString("0.############################", CultureInfo.InvariantCulture);
        }

        if (!blankInvalid)
        {
            row.Reject(ProfileDiagnosticCodes.InvalidDecimal, Origin, target);
        }

        return null;
    }

    /// <summary>Whether a text is a number with that mark; no thousands, no exponent.</summary>
    public static bool TryRead(string text, char decimalMark, out decimal number)
    {
        var point = decimalMark == '.' ? text : text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(decimalMark, '.');
        return decimal.TryParse(point, Styles, CultureInfo.InvariantCulture, out number);
    }
}
