using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A date in canonical form.</summary>
internal sealed class BoundDate(BoundValue of, IReadOnlyList<string> formats, int plusDays, string target) : BoundValue(of.Origin)
{
    private readonly string[] _formats = [.. formats];
    private string? _lastText;
    private string? _lastDate;

    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        // Exports repeat the same few dates from row to row.
        if (string.Equals(text, _lastText, StringComparison.Ordinal))
        {
            return _lastDate;
        }

        if (!DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Date > DateTime.MaxValue.Date.AddDays(-plusDays))
        {
            row.Reject(ProfileDiagnosticCodes.InvalidDate, Origin, target);
            return null;
        }

        _lastText = text;
        _lastDate = date.AddDays(plusDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return _lastDate;
    }
}
