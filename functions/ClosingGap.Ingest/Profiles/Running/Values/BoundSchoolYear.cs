using System.Globalization;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A school year as the year in which it ends.</summary>
internal sealed class BoundSchoolYear(BoundValue of, SchoolYearFormat format, string target) : BoundValue(of.Origin)
{
    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        if (format == SchoolYearFormat.EndYear && TryYear(text, out _))
        {
            return text;
        }

        if (format == SchoolYearFormat.BothYears && text.Length == 9 && text[4] == '-'
            && TryYear(text.AsSpan(0, 4), out var first) && TryYear(text.AsSpan(5), out var second) && second == first + 1)
        {
            return text[5..];
        }

        row.Reject(ProfileDiagnosticCodes.InvalidSchoolYear, Origin, target);
        return null;
    }

    private static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year >= 1900;
    }
}
