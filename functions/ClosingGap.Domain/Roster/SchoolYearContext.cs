using System.Collections.Frozen;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Roster;

/// <summary>What holds for all students of a district in one school year of one source. Made once, read by every assessment; safe to share between threads.</summary>
public sealed record SchoolYearContext
{
    /// <summary>The year in which the school year ends.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>First day of the school year: "in the school year" means from here …</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>… to here, both included.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The day as of which verdicts hold. No clock enters a verdict.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>True where the as-of date lies before what the data know: of a period that was running then, a mark without a date is not known to have been given.</summary>
    public bool IsPast { get; init; }

    /// <summary>The same school year as seen from a day that is past: what came later does not count. What an LMS holds of the past is not known day by day and is left out.</summary>
    public SchoolYearContext SeenFrom(DateOnly day) => day >= AsOf ? this : this with
    {
        AsOf = day,
        LastSubmitted = LastSubmitted.ToDictionary(pair => pair.Key, pair => pair.Value < day ? pair.Value : day, StringComparer.Ordinal),
        Lms = [],
        IsPast = true,
    };

    /// <summary>Whether a mark had been given by the as-of date: in a period that was over it counts whenever it was recorded, for it may have been corrected.</summary>
    public bool Knows(AcademicSession session, DateOnly? recorded) =>
        session.End <= AsOf || (recorded is { } day ? day <= AsOf : !IsPast);

    /// <summary>
    /// Whether a transcript row was known by the as-of date. Rows name a school year and no day: seen from a day that is past, a course of the
    /// running year is not finished before that year is over.
    /// </summary>
    public bool Knows(in CourseAttempt attempt) => !IsPast || AsOf >= LastDay || !(attempt.SchoolYear >= SchoolYear);

    /// <summary>The last day that can be counted: the as-of date, or the last day of the school year when that is earlier.</summary>
    public DateOnly Through => AsOf < LastDay ? AsOf : LastDay;

    /// <summary>The district's own id, by which graduation plans of the district are known; or null.</summary>
    public string? DistrictSourcedId { get; init; }

    public DistrictCalendar Calendar { get; init; } = DistrictCalendar.Empty;

    public AttendanceCapture AttendanceCapture { get; init; } = AttendanceCapture.Negative;

    /// <summary>School → the last day for which it has submitted any attendance row.</summary>
    public IReadOnlyDictionary<string, DateOnly> LastSubmitted { get; init; } = FrozenDictionary<string, DateOnly>.Empty;

    /// <summary>The tables the snapshot holds.</summary>
    public SnapshotTables Tables { get; init; } = SnapshotTables.All;

    /// <summary>Session id → session.</summary>
    public IReadOnlyDictionary<string, AcademicSession> Sessions { get; init; } = FrozenDictionary<string, AcademicSession>.Empty;

    /// <summary>Class id → class.</summary>
    public IReadOnlyDictionary<string, ClassInfo> Classes { get; init; } = FrozenDictionary<string, ClassInfo>.Empty;

    /// <summary>Course id → course.</summary>
    public IReadOnlyDictionary<string, CourseInfo> Courses { get; init; } = FrozenDictionary<string, CourseInfo>.Empty;

    /// <summary>Identifier → test.</summary>
    public IReadOnlyDictionary<string, AssessmentInfo> Assessments { get; init; } = FrozenDictionary<string, AssessmentInfo>.Empty;

    /// <summary>Incident id → its behavior; incidents without one are left out.</summary>
    public IReadOnlyDictionary<string, BehaviorCategory> Incidents { get; init; } = FrozenDictionary<string, BehaviorCategory>.Empty;

    /// <summary>Cohort → how it grew; see <see cref="GrowthPair.Cohort"/>.</summary>
    public IReadOnlyDictionary<string, GrowthNorm> GrowthNorms { get; init; } = FrozenDictionary<string, GrowthNorm>.Empty;

    /// <summary>The code of a class's course: its own subject code, else its course's; or null.</summary>
    public string? CodeOf(string classSourcedId) =>
        !Classes.TryGetValue(classSourcedId, out var info) ? null
        : info.SubjectCode ?? (info.CourseSourcedId is { } id && Courses.TryGetValue(id, out var course) ? course.SubjectCode : null);

    /// <summary>The core subject of a class: its own, else its course's.</summary>
    public CoreSubject SubjectOf(string classSourcedId)
    {
        if (!Classes.TryGetValue(classSourcedId, out var info))
        {
            return CoreSubject.None;
        }

        return info.CoreSubject != CoreSubject.None ? info.CoreSubject
            : info.CourseCoreSubject is { } known ? known
            : info.CourseSourcedId is not null && Courses.TryGetValue(info.CourseSourcedId, out var course) ? course.CoreSubject
            : CoreSubject.None;
    }

    /// <summary>The plans' rows of total credits, in any order.</summary>
    public IReadOnlyList<GraduationPlan> GraduationPlans { get; init; } = [];

    /// <summary>The learning management systems that have data, by source. Each has a school year and an as-of date of its own.</summary>
    public IReadOnlyList<LmsYear> Lms { get; init; } = [];

    /// <summary>By which groups figures are counted, and when a student belongs to one. No verdict reads it.</summary>
    public GroupSettings Groups { get; init; } = GroupSettings.Default;

    /// <summary>Whether the snapshot holds that table.</summary>
    public bool Holds(SnapshotTables table) => (Tables & table) == table;
}
