using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What a district's sessions say of its school years.</summary>
internal sealed class YearSessions
{
    /// <summary>A school year without sessions runs from the first of July to the last of June.</summary>
    private const int FirstMonth = 7;

    private readonly List<(bool IsYear, int Year, DateOnly Begin, DateOnly End)> _sessions = [];

    /// <summary>The latest school year that any session names, or null.</summary>
    public int? Latest => _sessions.Select(session => (int?)session.Year).Max();

    /// <summary>Reads them.</summary>
    public static async Task<YearSessions> ReadAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var read = new YearSessions();
        foreach (var part in await snapshots.ReadAsync(
            district, manifest, CanonicalTables.Get("academicSessions"), 0, ["type", "schoolYear", "startDate", "endDate"], cancellationToken))
        {
            var (types, years, begins, ends) = (part.Texts("type"), part.Integers("schoolYear"), part.Dates("startDate"), part.Dates("endDate"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (years[row] is { } value && begins[row] is { } begin && ends[row] is { } end && begin < end)
                {
                    read._sessions.Add((string.Equals(types[row], "schoolYear", StringComparison.Ordinal), value, begin, end.AddDays(-1)));
                }
            }
        }

        return read;
    }

    /// <summary>The school year by the ordinary months.</summary>
    public static int ByMonth(DateOnly day) => day.Month >= FirstMonth ? day.Year + 1 : day.Year;

    /// <summary>The year whose session covers a day, or null.</summary>
    public int? Covering(DateOnly day) =>
        _sessions.Where(session => session.IsYear && session.Begin <= day && day <= session.End).Select(session => (int?)session.Year).Max();

    /// <summary>The first and last day of a year: of its year sessions, else of its other sessions, else by the ordinary months.</summary>
    public (DateOnly First, DateOnly Last) Span(int year)
    {
        var ofYear = _sessions.Where(session => session.Year == year).ToList();
        var whole = ofYear.Where(session => session.IsYear).ToList();
        var span = whole.Count > 0 ? whole : ofYear;
        return span.Count > 0 ? (span.Min(session => session.Begin), span.Max(session => session.End)) : SpanByMonth(year);
    }

    /// <summary>The first and last day of a year by the ordinary months.</summary>
    public static (DateOnly First, DateOnly Last) SpanByMonth(int year) =>
        (new DateOnly(year - 1, FirstMonth, 1), new DateOnly(year, FirstMonth, 1).AddDays(-1));
}
