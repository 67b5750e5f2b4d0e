using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A number in canonical form.</summary>
internal sealed class BoundDecimal(BoundValue of, char decimalMark, string target) : BoundValue(of.Origin)
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        var point = decimalMark == '.' ? text : text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(decimalMark, '.');
        if (decimal.TryParse(point, Styles, CultureInfo.InvariantCulture, out var number))
        {
            return number.ToString("0.############################", CultureInfo.InvariantCulture);
        }

        row.Reject(ProfileDiagnosticCodes.InvalidDecimal, Origin, target);
        return null;
    }
}
