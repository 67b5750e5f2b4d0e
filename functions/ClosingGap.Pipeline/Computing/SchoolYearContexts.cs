using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Reads the tables that are not split as the domain's context. The newest contexts are kept: the shards of a version share one, those of a check of rules two.</summary>
public sealed class SchoolYearContexts(SnapshotStore snapshots)
{
    private const int Kept = 2;
    private readonly Lock _lock = new();
    private readonly List<(string Hash, SchoolYearContext Year)> _newest = [];

    /// <summary>The context of a version.</summary>
    public async Task<SchoolYearContext> GetAsync(
        DistrictId district, SnapshotManifest manifest, ComputeContext context, VerdictSettings settings, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_newest.FirstOrDefault(kept => string.Equals(kept.Hash, context.Hash, StringComparison.Ordinal)) is { Year: { } known })
            {
                return known;
            }
        }

        var reader = new UnsplitTables(snapshots, district, manifest, cancellationToken);
        var courses = await reader.CoursesAsync();
        var year = new SchoolYearContext
        {
            SchoolYear = context.SchoolYear,
            FirstDay = context.FirstDay,
            LastDay = context.LastDay,
            AsOf = context.AsOf,
            DistrictSourcedId = context.DistrictSourcedId,
            Calendar = DistrictCalendar.Create(
                await reader.CalendarAsync(), context.DistrictSourcedId, settings.Attendance.InstructionalEvents, context.FirstDay, context.LastDay),
            AttendanceCapture = context.Capture,
            LastSubmitted = context.LastSubmitted,
            Tables = context.Tables,
            Sessions = await reader.SessionsAsync(),
            Classes = await reader.ClassesAsync(courses),
            Courses = courses,
            Assessments = await reader.AssessmentsAsync(),
            Incidents = await reader.IncidentsAsync(),
            GraduationPlans = await reader.GraduationPlansAsync(),
            Groups = context.Groups,
            GrowthNorms = context.GrowthNorms.ToDictionary(norm => norm.Cohort, StringComparer.Ordinal),
            Lms = await LmsYears.ReadAsync(snapshots, district, manifest, context, cancellationToken),
        };
        lock (_lock)
        {
            _newest.Insert(0, (context.Hash, year));
            _newest.RemoveRange(Math.Min(Kept, _newest.Count), Math.Max(0, _newest.Count - Kept));
        }

        return year;
    }
}
