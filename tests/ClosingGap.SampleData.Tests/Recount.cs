using System.Globalization;

namespace ClosingGap.SampleData.Tests;

/// <summary>
/// The rules once more, computed from the written CSVs alone, without the generator's types: what a correct
/// consumer of the package finds.
/// </summary>
internal sealed class Recount
{
    private readonly SampleRun _run;
    private readonly DateOnly _asOf;
    private readonly Dictionary<string, SortedSet<DateOnly>> _instructional = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _lastSubmitted = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Student, DateOnly Day, string School), int> _absent = [];

    public Recount(SampleRun run, DateOnly asOf)
    {
        (_run, _asOf) = (run, asOf);
        ReadCalendar();
        ReadAttendance();
        ReadEnrollments();
        ReadFailures();
        ReadCredits();
        ReadSuspensions();
    }

    public Dictionary<string, RecountedStudent> Students { get; } = new(StringComparer.Ordinal);

    public static string Band(int days, int halfDays)
    {
        if (days < 10)
        {
            return "notEnoughData";
        }

        return 10 * halfDays >= 2 * days ? "chronic" : 20 * halfDays >= 2 * days ? "atRisk" : halfDays > 0 ? "satisfactory" : "none";
    }

    private static DateOnly Date(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    private void ReadCalendar()
    {
        var file = _run["calendarDates.csv"];
        var (school, date, kind) = (file.Column("schoolSourcedId"), file.Column("date"), file.Column("calendarEvent"));
        foreach (var row in file.Rows.Where(r => kind(r) is "Instructional day" or "Make-up day"))
        {
            if (!_instructional.TryGetValue(school(row), out var days))
            {
                _instructional.Add(school(row), days = []);
            }

            Assert.True(days.Add(Date(date(row))));
        }
    }

    private void ReadAttendance()
    {
        var file = _run["attendance.csv"];
        var (user, school, date) = (file.Column("userSourcedId"), file.Column("schoolSourcedId"), file.Column("eventDate"));
        var (category, duration) = (file.Column("attendanceEventCategory"), file.Column("eventDuration"));
        foreach (var row in file.Rows)
        {
            var day = Date(date(row));
            Assert.True(day <= _asOf);
            if (!_lastSubmitted.TryGetValue(school(row), out var last) || last < day)
            {
                _lastSubmitted[school(row)] = day;
            }

            if (category(row) is not ("Excused Absence" or "Unexcused Absence"))
            {
                continue;
            }

            var part = duration(row).Length == 0 ? 1m : Number(duration(row));
            _absent.Add((user(row), day, school(row)), part >= 1 ? 2 : part >= 0.5m ? 1 : 0);
        }
    }

    private void ReadEnrollments()
    {
        var file = _run["schoolEnrollments.csv"];
        var (user, school, grade) = (file.Column("userSourcedId"), file.Column("schoolSourcedId"), file.Column("entryGradeLevel"));
        var (entry, exit, plan) = (file.Column("entryDate"), file.Column("exitWithdrawDate"), file.Column("graduationPlanType"));
        foreach (var row in file.Rows)
        {
            var from = Date(entry(row));
            var to = exit(row).Length == 0 ? DateOnly.MaxValue : Date(exit(row));
            Assert.True(from <= _asOf);
            var last = _lastSubmitted.TryGetValue(school(row), out var submitted) && submitted < _asOf ? submitted : _asOf;
            var days = _lastSubmitted.ContainsKey(school(row))
                ? _instructional[school(row)].Where(d => d >= from && d < to && d <= last).ToList()
                : [];
            var halfDays = days.Sum(d => _absent.GetValueOrDefault((user(row), d, school(row))));
            if (!Students.TryGetValue(user(row), out var student))
            {
                Students.Add(user(row), student = new RecountedStudent(grade(row), plan(row)));
            }

            student.Stays.Add((school(row), days.Count, halfDays));
            student.Active |= from <= _asOf && _asOf < to;
        }
    }

    private void ReadFailures()
    {
        var sessions = _run["academicSessions.csv"];
        var ends = sessions.Rows.ToDictionary(sessions.Column("sourcedId"), sessions.Column("endDate"), StringComparer.Ordinal);
        if (!_run.Has("gradingPeriodGrades.csv"))
        {
            return;
        }

        var file = _run["gradingPeriodGrades.csv"];
        var (user, session) = (file.Column("userSourcedId"), file.Column("academicSessionSourcedId"));
        var (letter, numeric) = (file.Column("letterGrade"), file.Column("numericGrade"));
        foreach (var rows in file.Rows.GroupBy(user, StringComparer.Ordinal))
        {
            var latest = rows.Select(session).MaxBy(s => ends[s], StringComparer.Ordinal)!;
            var current = rows.Where(r => session(r) == latest).ToList();
            Assert.All(current, r => Assert.Equal(Number(numeric(r)) < 60, letter(r) == "F"));
            Students[rows.Key].LatestPeriod = latest;
            Students[rows.Key].FailedCourses = current.Count(r => Number(numeric(r)) < 60);
        }
    }

    private void ReadCredits()
    {
        var yearEnd = _instructional.Values.Max(d => d.Max) == _asOf;
        var plans = _run["graduationPlans.csv"];
        var (name, subject, credits) = (plans.Column("graduationPlanType"), plans.Column("academicSubject"), plans.Column("requiredCredits"));
        var totals = plans.Rows.Where(r => subject(r).Length == 0).ToDictionary(name, r => Number(credits(r)), StringComparer.Ordinal);
        foreach (var rows in plans.Rows.Where(r => subject(r).Length > 0).GroupBy(name, StringComparer.Ordinal))
        {
            Assert.Equal(totals[rows.Key], rows.Sum(r => Number(credits(r))));
        }

        foreach (var student in Students.Values.Where(s => s.Plan.Length > 0))
        {
            var finished = int.Parse(student.Grade, CultureInfo.InvariantCulture) - 9 + (yearEnd ? 1 : 0);
            student.CreditsRequired = totals[student.Plan] * finished / 4;
            student.CreditsEarned = 0;
        }

        if (!_run.Has("courseTranscripts.csv"))
        {
            return;
        }

        var file = _run["courseTranscripts.csv"];
        var (user, earned) = (file.Column("userSourcedId"), file.Column("earnedCredits"));
        foreach (var row in file.Rows)
        {
            Students[user(row)].CreditsEarned += Number(earned(row));
        }
    }

    private void ReadSuspensions()
    {
        if (!_run.Has("disciplineActions.csv"))
        {
            return;
        }

        var file = _run["disciplineActions.csv"];
        var (user, kind, date) = (file.Column("userSourcedId"), file.Column("discipline"), file.Column("disciplineDate"));
        var (assigned, actual) = (file.Column("disciplineActionLength"), file.Column("actualDisciplineActionLength"));
        foreach (var row in file.Rows)
        {
            Assert.True(Date(date(row)) <= _asOf);
            var days = actual(row).Length > 0 ? Number(actual(row)) : assigned(row).Length > 0 ? Number(assigned(row)) : 0;
            Students[user(row)].SuspensionIn += kind(row) == "In School Suspension" ? days : 0;
            Students[user(row)].SuspensionOut += kind(row) == "Out of School Suspension" ? days : 0;
        }
    }
}
