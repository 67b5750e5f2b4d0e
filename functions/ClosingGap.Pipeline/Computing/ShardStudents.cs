using ClosingGap.Domain.Lms;
using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The students of one shard as the domain's records.</summary>
internal sealed class ShardStudents
{
    private const string Student = "student";
    private static readonly string[] s_roles = [Student];
    private readonly SchoolYearContext _year;
    private readonly List<Person> _people;
    private readonly ShardTable<Spell<SchoolMembership>?> _schools;
    private readonly ShardTable<Spell<SchoolMembership>?> _schoolHistory;
    private readonly ShardTable<Spell<ClassSeat>?> _sections;
    private readonly ShardTable<Spell<ClassSeat>?> _sectionHistory;
    private readonly ShardTable<AttendanceMark?> _attendance;
    private readonly GradeTable _grades;
    private readonly ShardTable<CourseAttempt> _attempts;
    private readonly ShardTable<DisciplineMark?> _discipline;
    private readonly ShardTable<AssessmentResult?> _assessments;
    private readonly ShardTable<ProgramMembership?> _programs;
    private readonly ShardTable<Demographics> _demographics;
    private readonly IReadOnlyList<LmsShard> _lms;

    private ShardStudents(
        SchoolYearContext year,
        List<Person> people,
        StudentOrdinals students,
        Dictionary<string, IReadOnlyList<CanonicalColumns>> tables,
        IReadOnlyList<LmsShard> lms,
        bool withSubjects)
    {
        _year = year;
        _people = people;
        _lms = lms;
        _schools = Table("schoolEnrollments", RowMakers.School);
        _schoolHistory = Table("schoolEnrollmentHistory", RowMakers.School);
        _sections = Table("enrollments", RowMakers.Section);
        _sectionHistory = Table("enrollmentHistory", RowMakers.Section);
        _attendance = Table("attendance", RowMakers.Attendance);
        _grades = new GradeTable(tables["gradingPeriodGrades"], students, withSubjects ? year.SubjectOf : null);
        _attempts = Table("courseTranscripts", RowMakers.Attempt);
        _discipline = Table("disciplineActions", RowMakers.Discipline);
        _assessments = Table("assessmentResults", RowMakers.Assessment);
        _programs = Table("studentPrograms", RowMakers.Program);
        _demographics = Table("demographics", RowMakers.Demographics);

        ShardTable<T> Table<T>(string name, Func<CanonicalColumns, Func<int, T>> maker) => new(CanonicalTables.Get(name), tables[name], students, maker);
    }

    /// <summary>How many students there are.</summary>
    public int Count => _people.Count;

    /// <summary>The id of a student, without making the record.</summary>
    public string SourcedId(int student) => _people[student].SourcedId;

    /// <summary>Reads the tables of a shard.</summary>
    /// <param name="snapshots">Reads files.</param>
    /// <param name="district">The district.</param>
    /// <param name="manifest">The version.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="year">The school year.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="only">Null: all. Else the tables and columns that are read; others count as empty and blank.</param>
    public static async Task<ShardStudents> ReadAsync(
        SnapshotStore snapshots,
        DistrictId district,
        SnapshotManifest manifest,
        int shard,
        SchoolYearContext year,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string[]>? only = null)
    {
        var tables = await snapshots.ReadShardAsync(district, manifest, shard, only ?? RowMakers.Columns, cancellationToken);
        if (only is not null)
        {
            foreach (var (name, columns) in RowMakers.Columns)
            {
                tables[name] = tables.TryGetValue(name, out var parts) ? [.. parts.Select(part => part.WithBlank(columns))] : [];
            }
        }

        var people = Students(tables);
        var students = new StudentOrdinals([.. people.Select(person => person.SourcedId)]);
        var lms = await LmsShard.ReadAsync(snapshots, district, manifest, shard, year.Lms, students, cancellationToken);

        // The marks of a shard name nearly every class of the district. Who reads some columns only may ask for the subject of a few, or of none.
        return new ShardStudents(year, people, students, tables, lms, withSubjects: only is null);
    }

    /// <summary>The record of a student.</summary>
    public StudentRecord this[int student]
    {
        get
        {
            var person = _people[student];
            var sections = Spells.Of(_sections.Of(student), _sectionHistory.Of(student));
            var memberships = Memberships(person, student, sections);
            return new StudentRecord
            {
                SourcedId = person.SourcedId,
                GivenName = person.GivenName,
                FamilyName = person.FamilyName,
                Roles = s_roles,
                Demographics = _demographics.Of(student).FirstOrDefault(),
                Programs = _programs.Given(student),
                Learning = new LearningRecord
                {
                    GradeLevel = GradeLevel(person, memberships),
                    Memberships = memberships,
                    Sections = sections.Count == 0 ? [] : [.. sections.Select(section => new SectionMembership(section.Value.Class, section.Begin, section.End))],
                    Attendance = _attendance.Given(student),
                    Grades = _grades.Of(student),
                    Attempts = _attempts.Of(student),
                    Discipline = _discipline.Given(student),
                    Assessments = _assessments.Given(student),
                    Lms = _lms.Count == 0 ? [] : [.. _lms.Select(lms => lms.Find(student)).OfType<LmsRecord>()],
                },
            };
        }
    }

    /// <summary>
    /// The school memberships of the year. An export without them tells by its sections or by the user's own schools where a student
    /// is: for the whole year, as far as the history of the sections does not know better.
    /// </summary>
    private IReadOnlyList<SchoolMembership> Memberships(Person person, int student, IReadOnlyList<Spell<ClassSeat>> sections)
    {
        var spells = Spells.Of(_schools.Of(student), _schoolHistory.Of(student));
        var given = new List<SchoolMembership>(spells.Count);
        foreach (var spell in spells)
        {
            var school = spell.Value;
            if (school.SchoolYear is null || school.SchoolYear == _year.SchoolYear)
            {
                given.Add(spell.Begin == school.EntryDate && spell.End == school.ExitWithdrawDate
                    ? school
                    : school with { EntryDate = spell.Begin!.Value, ExitWithdrawDate = spell.End });
            }
        }

        if (given.Count > 0 || _year.Holds(SnapshotTables.SchoolEnrollments))
        {
            return given;
        }

        var stays = SchoolStays.Of(sections, person.Schools, _year);
        return [.. stays.Select(stay => new SchoolMembership(stay.School, stay.Begin, stay.End, EntryGradeLevel: person.Grade))];
    }

    /// <summary>The grade of the newest membership that names one; of equally new ones that of the first school; else the user's own.</summary>
    private static string? GradeLevel(Person person, IReadOnlyList<SchoolMembership> memberships)
    {
        SchoolMembership? newest = null;
        foreach (var membership in memberships)
        {
            if (membership.EntryGradeLevel is not null
                && (newest is null || membership.EntryDate > newest.EntryDate
                    || (membership.EntryDate == newest.EntryDate && string.CompareOrdinal(membership.SchoolSourcedId, newest.SchoolSourcedId) < 0)))
            {
                newest = membership;
            }
        }

        return newest?.EntryGradeLevel ?? person.Grade;
    }

    private static List<Person> Students(Dictionary<string, IReadOnlyList<CanonicalColumns>> tables)
    {
        var byRole = new HashSet<string>(StringComparer.Ordinal);
        var schoolsByRole = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var part in tables["roles"])
        {
            var (users, roles, orgs) = (part.Texts("userSourcedId"), part.Texts("role"), part.Texts("orgSourcedId"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (users[row] is { } user && string.Equals(roles[row], Student, StringComparison.Ordinal))
                {
                    byRole.Add(user);
                    if (orgs[row] is { } org)
                    {
                        (schoolsByRole.TryGetValue(user, out var known) ? known : schoolsByRole[user] = []).Add(org);
                    }
                }
            }
        }

        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var part in tables["users"])
        {
            var (ids, roles, given, family) = (part.Texts("sourcedId"), part.Texts("role"), part.Texts("givenName"), part.Texts("familyName"));
            var (grades, orgs) = (part.Texts("grades"), part.Texts("orgSourcedIds"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (ids[row] is { } id && (byRole.Contains(id) || string.Equals(roles[row], Student, StringComparison.Ordinal)))
                {
                    var schools = schoolsByRole.GetValueOrDefault(id) ?? [.. (orgs[row] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                    people.TryAdd(id, new Person(id, given[row], family[row], FirstGrade(grades[row]), schools.Count < 2 ? schools : [.. schools.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
                }
            }
        }

        var ordered = people.Values.ToList();
        ordered.Sort(static (one, other) => string.CompareOrdinal(one.SourcedId, other.SourcedId));
        return ordered;
    }

    private static string? FirstGrade(string? grades) =>
        grades?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [{ } first, ..] ? first : null;

    private sealed record Person(string SourcedId, string? GivenName, string? FamilyName, string? Grade, IReadOnlyList<string> Schools);
}
