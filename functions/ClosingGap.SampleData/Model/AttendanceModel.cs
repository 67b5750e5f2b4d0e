namespace ClosingGap.SampleData;

/// <summary>
/// Absences and late arrivals. On each day each school has at least one mark, on a student picked for it, so that
/// its last submitted date keeps up; a school nobody attends on a day submits nothing.
/// </summary>
internal sealed class AttendanceModel
{
    private readonly SampleOptions _options;
    private readonly SchoolCalendar _calendar;
    private readonly DistrictPlan _plan;
    private readonly int[][] _picked;
    private readonly int[] _lastSubmitted;

    public AttendanceModel(SampleOptions options, SchoolCalendar calendar, DistrictPlan plan, StudentFactory students)
    {
        (_options, _calendar, _plan) = (options, calendar, plan);
        _picked = new int[plan.Schools.Count][];
        _lastSubmitted = new int[plan.Schools.Count];
        foreach (var school in plan.Schools)
        {
            var picked = new int[SchoolCalendar.InstructionalDays];
            for (var day = 0; day < picked.Length; day++)
            {
                picked[day] = IsInstructional(school, day) ? Pick(school, day, students) : -1;
            }

            _picked[school.Number] = picked;
            _lastSubmitted[school.Number] = Array.FindLastIndex(picked, calendar.AsOfDay, p => p >= 0);
        }
    }

    public bool IsInstructional(School school, int day) => day != _calendar.EmergencyDay || school != _plan.EmergencySchool;

    /// <summary>The last day, up to the as-of day, for which the school sent a mark; -1 when there is none.</summary>
    public int LastSubmitted(School school) => _lastSubmitted[school.Number];

    /// <summary>The student's marks up to the as-of day, in order of date; at most one a day.</summary>
    public void Collect(Student student, List<AttendanceMark> marks)
    {
        marks.Clear();
        var rng = new KeyedRandom(_options.Seed, RandomPurpose.Attendance, student.Number);
        var memberDay = 0;
        for (var day = 0; day <= _calendar.AsOfDay; day++)
        {
            var draw = rng.Next();
            var spell = student.SpellOn(day);
            if (spell is null || _picked[spell.School.Number][day] < 0)
            {
                continue;
            }

            memberDay++;
            if (Mark(student, spell.School, day, memberDay, draw) is { } mark)
            {
                marks.Add(mark);
            }
        }
    }

    private AttendanceMark? Mark(Student student, School school, int day, int memberDay, ulong draw)
    {
        var tardy = new AttendanceMark(day, school, AttendanceMark.Tardy, string.Empty, string.Empty);
        var picked = _picked[school.Number][day] == student.Number;
        if (student.Boundary != BoundaryCase.None)
        {
            return BoundaryStudents.AbsentHalfDays(student.Boundary, memberDay) switch
            {
                2 => new AttendanceMark(day, school, AttendanceMark.Unexcused, string.Empty, string.Empty),
                1 => new AttendanceMark(day, school, AttendanceMark.Excused, "Medical", "0.5"),
                _ => picked ? tardy : null,
            };
        }

        var chance = (int)(((draw >> 32) * 100_000) >> 32);
        if (chance >= student.AbsenceRate)
        {
            return picked || chance < student.AbsenceRate + ModelParameters.DailyTardy ? tardy : null;
        }

        var kind = (int)(draw & 0xFFFF) % 100;
        var share = (int)((draw >> 16) & 0xFFFF) % 100;
        var excused = kind < 60;
        var duration = share switch { < 12 => "0.5", < 14 => "0.25", < 20 => "1", < 21 => "0.75", _ => string.Empty };
        return new AttendanceMark(
            day,
            school,
            excused ? AttendanceMark.Excused : AttendanceMark.Unexcused,
            !excused ? string.Empty : kind < 40 ? "Illness" : kind < 52 ? "Medical" : "Family",
            duration);
    }

    private int Pick(School school, int day, StudentFactory students)
    {
        var (first, last) = DistrictPlan.GradesOf(school.Band);
        var total = 0;
        for (var grade = first; grade <= last; grade++)
        {
            total += _plan.Count(school, grade);
        }

        if (total == 0)
        {
            return -1;
        }

        var start = new KeyedRandom(_options.Seed, RandomPurpose.AttendancePick, school.Number, day).Below(total);
        for (var k = 0; k < total; k++)
        {
            var student = students.Create(StudentAt(school, first, (start + k) % total));
            if (student.SpellOn(day)?.School == school)
            {
                return student.Number;
            }
        }

        return -1;
    }

    private int StudentAt(School school, int grade, int position)
    {
        for (; position >= _plan.Count(school, grade); grade++)
        {
            position -= _plan.Count(school, grade);
        }

        return _plan.StudentAt(school, grade, position);
    }
}
