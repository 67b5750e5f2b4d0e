using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A time in canonical form, on the district's clock.</summary>
/// <param name="of">The cell.</param>
/// <param name="formats">Its formats.</param>
/// <param name="zone">The zone to whose clock UTC is brought; null: the cell is on the district's clock.</param>
/// <param name="target">The canonical table and column, for findings.</param>
internal sealed class BoundDateTime(BoundValue of, IReadOnlyList<string> formats, TimeZoneInfo? zone, string target) : BoundValue(of.Origin)
{
    private readonly string[] _formats = [.. formats];
    private string? _lastText;
    private string? _lastTime;

    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        // A whole class has the same due time, and often the same grading time.
        if (string.Equals(text, _lastText, StringComparison.Ordinal))
        {
            return _lastTime;
        }

        if (!DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var time))
        {
            row.Reject(ProfileDiagnosticCodes.InvalidDate, Origin, target);
            return null;
        }

        var local = zone is null ? time : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc), zone);
        _lastText = text;
        _lastTime = local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return _lastTime;
    }
}
