using ClosingGap.Domain.Lms;
using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The tables that are not split by student, as values of the domain.</summary>
internal sealed class UnsplitTables(SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken)
{
    public Task<List<CalendarDay>> CalendarAsync() => ReadAsync<CalendarDay>(
        "calendarDates",
        ["schoolSourcedId", "date", "calendarEvent", "isInstructional"],
        columns =>
        {
            var (schools, dates, events) = (columns.Texts("schoolSourcedId"), columns.Dates("date"), columns.Texts("calendarEvent"));
            var instructional = columns.Booleans("isInstructional");
            return row => dates[row] is { } date ? new CalendarDay(schools[row], date, events[row] ?? "", instructional[row]) : (CalendarDay?)null;
        });

    /// <summary>The standard gives the day after a session as its end; the domain knows its last day.</summary>
    public async Task<IReadOnlyDictionary<string, AcademicSession>> SessionsAsync() => Index(
        await ReadAsync<AcademicSession>(
            "academicSessions",
            ["sourcedId", "title", "startDate", "endDate"],
            columns =>
            {
                var (ids, titles, begins, ends) = (columns.Texts("sourcedId"), columns.Texts("title"), columns.Dates("startDate"), columns.Dates("endDate"));
                return row => ids[row] is { } id && begins[row] is { } begin && ends[row] is { } end ? new AcademicSession(id, titles[row] ?? "", begin, end.AddDays(-1)) : null;
            }),
        session => session.SourcedId);

    public async Task<IReadOnlyDictionary<string, ClassInfo>> ClassesAsync(IReadOnlyDictionary<string, CourseInfo> coursesById) => Index(
        await ReadAsync<ClassInfo>(
            "classes",
            ["sourcedId", "schoolSourcedId", "classType", "courseSourcedId", "title", "subjects", "subjectCodes", "termSourcedIds"],
            columns =>
            {
                var (ids, schools, types) = (columns.Texts("sourcedId"), columns.Texts("schoolSourcedId"), columns.Texts("classType"));
                var (courses, titles, subjects) = (columns.Texts("courseSourcedId"), columns.Texts("title"), columns.Texts("subjects"));
                var (terms, codes) = (columns.Texts("termSourcedIds"), columns.Texts("subjectCodes"));
                return row => ids[row] is { } id
                    ? new ClassInfo(
                        id, schools[row], string.Equals(types[row], "homeroom", StringComparison.Ordinal), courses[row], titles[row], FirstOf(subjects[row]),
                        terms[row]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), FirstOf(codes[row]))
                    {
                        CourseCoreSubject = courses[row] is { } course && coursesById.TryGetValue(course, out var known) ? known.CoreSubject : CoreSubject.None,
                    }
                    : null;
            }),
        info => info.SourcedId);

    public async Task<IReadOnlyDictionary<string, CourseInfo>> CoursesAsync() => Index(
        await ReadAsync<CourseInfo>(
            "courses",
            ["sourcedId", "title", "subjects", "subjectCodes"],
            columns =>
            {
                var (ids, titles, subjects) = (columns.Texts("sourcedId"), columns.Texts("title"), columns.Texts("subjects"));
                var codes = columns.Texts("subjectCodes");
                return row => ids[row] is { } id ? new CourseInfo(id, titles[row], FirstOf(subjects[row]), FirstOf(codes[row])) : null;
            }),
        course => course.SourcedId);

    public async Task<IReadOnlyDictionary<string, AssessmentInfo>> AssessmentsAsync() => Index(
        await ReadAsync<AssessmentInfo>(
            "assessments",
            ["assessmentIdentifier", "family", "academicSubject", "assessedGradeLevel"],
            columns =>
            {
                var (ids, families) = (columns.Texts("assessmentIdentifier"), columns.Texts("family"));
                var (subjects, grades) = (columns.Texts("academicSubject"), columns.Texts("assessedGradeLevel"));
                return row => ids[row] is { } id ? new AssessmentInfo(id, families[row], subjects[row], grades[row]) : null;
            }),
        test => test.Identifier);

    /// <summary>The incidents whose behavior is recorded.</summary>
    public async Task<IReadOnlyDictionary<string, BehaviorCategory>> IncidentsAsync()
    {
        var rows = await ReadAsync<KeyValuePair<string, BehaviorCategory>>(
            "disciplineIncidents",
            ["sourcedId", "behavior"],
            columns =>
            {
                var (ids, behaviors) = (columns.Texts("sourcedId"), columns.Texts("behavior"));
                return row => ids[row] is { } id && RosterCodes.BehaviorCategoryOf(behaviors[row]) is { } category ? new(id, category) : null;
            });
        return rows.DistinctBy(row => row.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The totals are the rows without a subject; the rows of the same plan with one are its requirements by subject.</summary>
    public async Task<List<GraduationPlan>> GraduationPlansAsync()
    {
        var rows = await ReadAsync<(GraduationPlan Plan, string? Subject)>(
            "graduationPlans",
            ["graduationPlanType", "orgSourcedId", "schoolYear", "academicSubject", "requiredCredits"],
            columns =>
            {
                var (types, orgs, years) = (columns.Texts("graduationPlanType"), columns.Texts("orgSourcedId"), columns.Integers("schoolYear"));
                var (subjects, credits) = (columns.Texts("academicSubject"), columns.Millionths("requiredCredits"));
                return row => types[row] is { } type && Hundredths.Of(credits[row]) is { } required
                    ? (new GraduationPlan(type, orgs[row], years[row], required), subjects[row])
                    : null;
            });
        var bySubject = rows.Where(row => row.Subject is not null).ToLookup(row => (row.Plan.PlanType, row.Plan.OrgSourcedId, row.Plan.SchoolYear));
        return
        [
            .. rows.Where(row => row.Subject is null).Select(row => row.Plan with
            {
                BySubject = bySubject[(row.Plan.PlanType, row.Plan.OrgSourcedId, row.Plan.SchoolYear)]
                    .GroupBy(one => one.Subject!.Trim(), StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(group => group.Key, group => group.Max(one => one.Plan.RequiredHundredths), StringComparer.OrdinalIgnoreCase),
            }),
        ];
    }

    /// <summary>The sections of an LMS.</summary>
    public async Task<IReadOnlyDictionary<string, LmsSection>> LmsSectionsAsync() => Index(
        await ReadAsync<LmsSection>(
            "lmsSections",
            ["sourcedId", "classSourcedId", "lmsCourseSourcedId", "title"],
            columns =>
            {
                var (ids, classes) = (columns.Texts("sourcedId"), columns.Texts("classSourcedId"));
                var (courses, titles) = (columns.Texts("lmsCourseSourcedId"), columns.Texts("title"));
                return row => ids[row] is { } id ? new LmsSection(id, classes[row], courses[row], titles[row]) : null;
            }),
        section => section.SourcedId);

    /// <summary>The assignments of an LMS; one that does not say otherwise is to be handed in.</summary>
    public Task<List<LmsAssignment>> LmsAssignmentsAsync() => ReadAsync<LmsAssignment>(
        "lmsAssignments",
        ["sourcedId", "lmsSectionSourcedId", "lmsCourseSourcedId", "title", "dueDateTime", "submissionRequired"],
        columns =>
        {
            var (ids, sections, courses) = (columns.Texts("sourcedId"), columns.Texts("lmsSectionSourcedId"), columns.Texts("lmsCourseSourcedId"));
            var (titles, dues, required) = (columns.Texts("title"), columns.DateTimes("dueDateTime"), columns.Booleans("submissionRequired"));
            return row => ids[row] is { } id
                ? new LmsAssignment(id, sections[row], courses[row], titles[row], dues[row], required[row] != false)
                : null;
        });

    /// <summary>The names of the schools.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SchoolNamesAsync()
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get("orgs"), 0, ["sourcedId", "name"], cancellationToken))
        {
            var (ids, texts) = (part.Texts("sourcedId"), part.Texts("name"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (ids[row] is { } id)
                {
                    names.TryAdd(id, texts[row] ?? id);
                }
            }
        }

        return names;
    }

    /// <summary>The first of a list with commas.</summary>
    private static string? FirstOf(string? list) => list?.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } first, ..] ? first : null;

    private Task<List<T>> ReadAsync<T>(string table, string[] columns, Func<CanonicalColumns, Func<int, T?>> maker)
        where T : class =>
        CollectAsync(table, columns, maker, value => value is not null, value => value!);

    private Task<List<T>> ReadAsync<T>(string table, string[] columns, Func<CanonicalColumns, Func<int, T?>> maker)
        where T : struct =>
        CollectAsync(table, columns, maker, value => value.HasValue, value => value!.Value);

    private async Task<List<TValue>> CollectAsync<TMade, TValue>(
        string table, string[] columns, Func<CanonicalColumns, Func<int, TMade>> maker, Func<TMade, bool> has, Func<TMade, TValue> take)
    {
        var values = new List<TValue>();
        foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get(table), 0, columns, cancellationToken))
        {
            var make = maker(part);
            for (var row = 0; row < part.RowCount; row++)
            {
                var made = make(row);
                if (has(made))
                {
                    values.Add(take(made));
                }
            }
        }

        return values;
    }

    private static Dictionary<string, T> Index<T>(List<T> values, Func<T, string> id)
    {
        var index = new Dictionary<string, T>(values.Count, StringComparer.Ordinal);
        foreach (var value in values)
        {
            index.TryAdd(id(value), value);
        }

        return index;
    }
}
