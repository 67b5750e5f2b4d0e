namespace ClosingGap.SampleData;

/// <summary>
/// Counts a student's facts by the names of the indicators, from the model and not from the tables: numerator and denominator, hundredths
/// where the indicator says so. What cannot be measured of a student is left out.
/// </summary>
internal sealed class TruthFacts(DistrictModel model)
{
    private static readonly string[] s_core = ["English", "Mathematics", "Science", "Social Studies"];
    private readonly SortedDictionary<string, (long Numerator, long Denominator)> _facts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (long Numerator, long Denominator)> Count(
        Student student, int latestPeriod, IReadOnlyList<AttendanceMark> marks, IReadOnlyList<TranscriptEntry> transcript, IReadOnlyList<DisciplineEvent> events,
        IReadOnlyList<TestResult> tests)
    {
        _facts.Clear();
        CountMarks(student, latestPeriod);
        CountTranscript(student, transcript);
        CountConduct(student, events);
        CountDays(student, marks);
        if (tests.Any(test => test.Score is not null))
        {
            _facts["assessment.results"] = (tests.Count(test => test.IsProficient == true), tests.Count(test => test.IsProficient is not null));
        }

        return new SortedDictionary<string, (long, long)>(_facts, StringComparer.Ordinal);
    }

    private static int Points(int score) => GradeModel.Letter(score) switch { "A" => 400, "B" => 300, "C" => 200, "D" => 100, _ => 0 };

    private void CountMarks(Student student, int period)
    {
        if (period < 0)
        {
            return;
        }

        Span<int> scores = stackalloc int[GradeModel.Periods];
        var marks = new List<(string Subject, int Score)>();
        foreach (var course in student.Courses.Where(course => !course.IsHomeroom))
        {
            model.Grades.Scores(student, student.Grade, course, scores);
            marks.Add((course.Subject!, scores[period]));
        }

        Failures("course.failures.core", [.. marks.Where(mark => s_core.Contains(mark.Subject))]);
        foreach (var (subject, name) in new[] { ("English", "english"), ("Mathematics", "mathematics") })
        {
            var own = marks.Where(mark => mark.Subject == subject).ToList();
            Failures("course.failures." + name, own);
            _facts["course.meanMark." + name] = (own.Sum(mark => mark.Score * 100L), own.Count);
            _facts["course.lowestMark." + name] = (own.Min(mark => Points(mark.Score)), 0);
        }

        void Failures(string name, List<(string Subject, int Score)> of) => _facts[name] = (of.Count(mark => mark.Score < GradeModel.PassMark), of.Count);
    }

    private void CountTranscript(Student student, IReadOnlyList<TranscriptEntry> transcript)
    {
        if (transcript.Count > 0)
        {
            _facts["gpa.unweighted"] = (transcript.Sum(entry => (long)Points(entry.Score) * TranscriptEntry.Attempted), transcript.Count * (long)TranscriptEntry.Attempted);
            _facts["gpa.weighted"] = _facts["gpa.unweighted"];
            _facts["course.attempts"] = (transcript.Count(entry => entry.Score < GradeModel.PassMark), transcript.Count);
        }

        if (student.IsHighSchool)
        {
            foreach (var (subject, standard, advanced) in CourseCatalog.PlanSubjects.Where(plan => (student.Advanced ? plan.Advanced : plan.Standard) > 0))
            {
                _facts["credits.subject." + subject] = (
                    transcript.Where(entry => entry.Course.Subject == subject).Sum(entry => (long)entry.Earned), (student.Advanced ? advanced : standard) * 100);
            }
        }

        var year = transcript.Where(entry => entry.Grade == student.Grade && !entry.Repeat).ToList();
        if (year.Count > 0)
        {
            var core = year.Where(entry => s_core.Contains(entry.Course.Subject)).ToList();
            _facts["course.semesterFailures"] = (year.Count(entry => entry.Score < GradeModel.PassMark), year.Count);
            _facts["course.semesterFailures.core"] = (core.Count(entry => entry.Score < GradeModel.PassMark), core.Count);
            _facts["credits.year"] = (year.Sum(entry => (long)entry.Earned), 0);
        }
    }

    private void CountConduct(Student student, IReadOnlyList<DisciplineEvent> events)
    {
        var acted = events.Where(e => e.ActionDay <= model.Calendar.AsOfDay && e.Discipline != "No action for incident").ToList();
        _facts["discipline.outOfSchoolSuspensions"] = (acted.Count(e => e.Discipline == DisciplineEvent.OutOfSchool), 0);
        _facts["discipline.removals"] = (acted.Count(e => e.IsSuspension), 0);
        _facts["behavior.incidents"] = (acted.Count, 0);
        _facts["behavior.stateOffenses"] = (acted.Count(e => e.Behavior == "State Offense"), 0);
        var days = student.Known(model.Calendar).Sum(spell => MemberDays(spell, model.Calendar.AsOfDay));
        if (days > 0)
        {
            _facts["behavior.incidentDays"] = (acted.Select(e => e.ActionDay).Distinct().Count(), days);
        }
    }

    private int MemberDays(Spell spell, int last)
    {
        var days = 0;
        for (var day = spell.Entry; day <= Math.Min(spell.Exit - 1, last); day++)
        {
            days += model.Attendance.IsInstructional(spell.School, day) ? 1 : 0;
        }

        return days;
    }

    private void CountDays(Student student, IReadOnlyList<AttendanceMark> marks)
    {
        var absent = marks.Where(mark => TruthCounter.HalfDays(mark) > 0).Select(mark => mark.Day).ToHashSet();
        var (measured, streak) = (0, 0);
        var attended = student.Known(model.Calendar).Where(spell => spell.Attended).ToList();
        foreach (var spell in attended)
        {
            for (var day = spell.Entry; day <= Math.Min(spell.Exit - 1, model.Attendance.LastSubmitted(spell.School)); day++)
            {
                if (model.Attendance.IsInstructional(spell.School, day))
                {
                    measured++;
                    streak = absent.Contains(day) ? streak + 1 : 0;
                }
            }
        }

        if (measured > 0)
        {
            _facts["attendance.streak"] = (streak, 0);
        }

        if (attended.Count > 0)
        {
            _facts["mobility.schoolChanges"] = (attended.Zip(attended.Skip(1)).Count(pair => pair.First.School != pair.Second.School), 0);
        }
    }
}
