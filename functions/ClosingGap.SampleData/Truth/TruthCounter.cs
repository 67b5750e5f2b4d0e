namespace ClosingGap.SampleData;

/// <summary>Counts a student's truth from the same marks, scores and events that the tables are written from.</summary>
internal sealed class TruthCounter(DistrictModel model)
{
    private readonly List<AttendanceMark> _marks = [];
    private readonly List<TranscriptEntry> _transcript = [];
    private readonly List<DisciplineEvent> _events = [];
    private readonly List<TestResult> _tests = [];
    private readonly TruthFacts _facts = new(model);
    private readonly LmsTruth _lms = new(model);

    public StudentTruth Count(Student student)
    {
        var calendar = model.Calendar;
        model.Attendance.Collect(student, _marks);
        model.Transcripts.Collect(student, _transcript);
        model.Discipline.Collect(student, _events);
        model.Tests.Collect(student, _tests);
        var bySchool = student.Known(calendar).Select(spell => (spell.School, CountAttendance(spell))).ToList();
        var (period, failed) = CountFailures(student);
        var suspensions = _events.Where(e => e.IsSuspension && e.ActionDay <= calendar.AsOfDay).ToList();
        return new StudentTruth
        {
            Student = student,
            Active = student.IsActive(calendar),
            School = student.LastKnown(calendar).School,
            BySchool = bySchool,
            Attendance = bySchool.Aggregate(default(AttendanceCount), (sum, s) => sum + s.Item2),
            LatestPeriod = period < 0 ? null : calendar.GradingPeriods[period].SourcedId,
            FailedCourses = failed,
            CreditsEarned = student.IsHighSchool ? _transcript.Sum(t => t.Earned) : null,
            CreditsRequiredNow = student.IsHighSchool ? GraduationRule.RequiredNow(student, calendar) : null,
            SuspensionInHalfDays = suspensions.Where(e => e.Discipline == DisciplineEvent.InSchool).Sum(e => e.Length),
            SuspensionOutHalfDays = suspensions.Where(e => e.Discipline == DisciplineEvent.OutOfSchool).Sum(e => e.Length),
            Race = RaceCategory(student.Race),
            Facts = _facts.Count(student, period, _marks, _transcript, _events, _tests),
            LmsFacts = _lms.Count(student),
            GradeThreeReading = _tests.Where(t => t.Grade == 3 && t.Test.Identifier.StartsWith("STATE-ELA", StringComparison.Ordinal)).Max(t => t.IsProficient),
            SatReading = _tests.Where(t => t.Test.Identifier == "SAT-ERW").Max(t => t.Score),
            AlgebraByGradeNine = MilestoneTruth.AlgebraByGradeNine(student, calendar, _transcript),
            GraduationInFourYears = MilestoneTruth.GraduationInFourYears(student, calendar),
            SatMathematics = _tests.Where(t => t.Test.Identifier == "SAT-MATH").Max(t => t.Score),
        };
    }

    /// <summary>Federal seven categories: Hispanic of any race first, then two or more, then the single race.</summary>
    private static string RaceCategory(RaceFlags race)
    {
        if ((race & RaceFlags.HispanicOrLatino) != 0)
        {
            return "hispanicOrLatino";
        }

        return race switch
        {
            RaceFlags.None => "unknown",
            RaceFlags.AmericanIndianOrAlaskaNative => "americanIndianOrAlaskaNative",
            RaceFlags.Asian => "asian",
            RaceFlags.BlackOrAfricanAmerican => "blackOrAfricanAmerican",
            RaceFlags.NativeHawaiianOrOtherPacificIslander => "nativeHawaiianOrOtherPacificIslander",
            RaceFlags.White => "white",
            _ => "twoOrMoreRaces",
        };
    }

    internal static int HalfDays(AttendanceMark mark) => mark.Category == AttendanceMark.Tardy ? 0 : mark.Duration switch
    {
        "" or "1" => 2,
        "0.5" or "0.75" => 1,
        _ => 0,
    };

    private AttendanceCount CountAttendance(Spell spell)
    {
        var last = Math.Min(spell.Exit - 1, model.Attendance.LastSubmitted(spell.School));
        var days = 0;
        for (var day = spell.Entry; day <= last; day++)
        {
            days += model.Attendance.IsInstructional(spell.School, day) ? 1 : 0;
        }

        return new AttendanceCount(days, _marks.Where(m => spell.Covers(m.Day)).Sum(HalfDays));
    }

    private (int Period, int? Failed) CountFailures(Student student)
    {
        var calendar = model.Calendar;
        var latest = Array.FindLastIndex(
            calendar.GradingPeriods, p => p.LastDay <= calendar.AsOfDay && student.SpellOn(p.LastDay) is not null);
        if (latest < 0 || student.Grade == 0)
        {
            return (-1, null);
        }

        Span<int> scores = stackalloc int[GradeModel.Periods];
        var failed = 0;
        foreach (var course in student.Courses)
        {
            if (!course.IsHomeroom)
            {
                model.Grades.Scores(student, student.Grade, course, scores);
                failed += scores[latest] < GradeModel.PassMark ? 1 : 0;
            }
        }

        return (latest, failed);
    }
}
