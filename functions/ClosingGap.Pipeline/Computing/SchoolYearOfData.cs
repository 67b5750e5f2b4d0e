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
    private static readonly string[] s_instructional = ["Instructional day", "Make-up day"];

    /// <summary>Finds it: the year session that covers the bound; else the year that the data or the registration name; else the bound's own.</summary>
    public static async Task<SchoolYearOfData> FindAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, int? named, DateOnly bound, CancellationToken cancellationToken)
    {
        var sessions = await YearSessions.ReadAsync(snapshots, district, manifest, cancellationToken);
        var year = sessions.Covering(bound) ?? named ?? sessions.Latest ?? YearSessions.ByMonth(bound);
        var (first, last) = sessions.Span(year);
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
}
