using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The school year that a district's data are of.</summary>
/// <param name="SchoolYear">The ending year.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="LastInstructionalDay">The last instructional day that the calendar names in it, or null.</param>
/// <param name="DistrictSourcedId">The district's own org, or null.</param>
internal sealed record SchoolYearOfData(int SchoolYear, DateOnly FirstDay, DateOnly LastDay, DateOnly? LastInstructionalDay, string? DistrictSourcedId)
{
    /// <summary>A school year without sessions runs from the first of July to the last of June.</summary>
    private const int FirstMonth = 7;

    private static readonly string[] s_instructional = ["Instructional day", "Make-up day"];

    /// <summary>Finds it: the year session that covers the bound; else the year that the data or the registration name; else the bound's own.</summary>
    public static async Task<SchoolYearOfData> FindAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, int? named, DateOnly bound, CancellationToken cancellationToken)
    {
        var sessions = new List<(string? Type, int Year, DateOnly Begin, DateOnly End)>();
        foreach (var part in await Read("academicSessions", ["type", "schoolYear", "startDate", "endDate"]))
        {
            var (types, years, begins, ends) = (part.Texts("type"), part.Integers("schoolYear"), part.Dates("startDate"), part.Dates("endDate"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (years[row] is { } value && begins[row] is { } begin && ends[row] is { } end && begin < end)
                {
                    sessions.Add((types[row], value, begin, end.AddDays(-1)));
                }
            }
        }

        var covering = sessions.Where(session => IsYear(session.Type) && session.Begin <= bound && bound <= session.End).Select(session => (int?)session.Year).Max();
        var year = covering ?? named ?? sessions.Select(session => (int?)session.Year).Max() ?? (bound.Month >= FirstMonth ? bound.Year + 1 : bound.Year);
        var ofYear = sessions.Where(session => session.Year == year).ToList();
        var whole = ofYear.Where(session => IsYear(session.Type)).ToList();
        var span = whole.Count > 0 ? whole : ofYear;
        var (first, last) = span.Count > 0
            ? (span.Min(session => session.Begin), span.Max(session => session.End))
            : (new DateOnly(year - 1, FirstMonth, 1), new DateOnly(year, FirstMonth, 1).AddDays(-1));
        return new SchoolYearOfData(year, first, last, await LastInstructionalAsync(first, last), await DistrictOrgAsync());

        async Task<DateOnly?> LastInstructionalAsync(DateOnly from, DateOnly to)
        {
            DateOnly? latest = null;
            foreach (var part in await Read("calendarDates", ["date", "calendarEvent", "isInstructional"]))
            {
                var (dates, events, instructional) = (part.Dates("date"), part.Texts("calendarEvent"), part.Booleans("isInstructional"));
                for (var row = 0; row < part.RowCount; row++)
                {
                    if (dates[row] is { } date && date >= from && date <= to && (latest is null || date > latest)
                        && (instructional[row] ?? s_instructional.Contains(events[row], StringComparer.OrdinalIgnoreCase)))
                    {
                        latest = date;
                    }
                }
            }

            return latest;
        }

        async Task<string?> DistrictOrgAsync()
        {
            var orgs = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var part in await Read("orgs", ["sourcedId", "type"]))
            {
                var (ids, types) = (part.Texts("sourcedId"), part.Texts("type"));
                for (var row = 0; row < part.RowCount; row++)
                {
                    if (ids[row] is { } id && string.Equals(types[row], "district", StringComparison.Ordinal))
                    {
                        orgs.Add(id);
                    }
                }
            }

            return orgs.FirstOrDefault();
        }

        Task<IReadOnlyList<CanonicalColumns>> Read(string table, string[] columns) =>
            snapshots.ReadAsync(district, manifest, CanonicalTables.Get(table), 0, columns, cancellationToken);
    }

    private static bool IsYear(string? type) => string.Equals(type, "schoolYear", StringComparison.Ordinal);
}
