namespace ClosingGap.SampleData;

/// <summary>High-school semesters finished by the as-of day, with some failed ones recovered in the summer after.</summary>
internal sealed class TranscriptModel(SampleOptions options, SchoolCalendar calendar, GradeModel grades)
{
    public void Collect(Student student, List<TranscriptEntry> entries)
    {
        entries.Clear();
        if (!student.IsHighSchool)
        {
            return;
        }

        Span<int> scores = stackalloc int[GradeModel.Periods];
        for (var grade = 9; grade <= student.Grade; grade++)
        {
            foreach (var course in CourseCatalog.Taken(grade, student.Advanced))
            {
                grades.Scores(student, grade, course, scores);
                for (var semester = 0; semester < 2; semester++)
                {
                    Add(student, grade, course, semester, GradeModel.Semester(scores, semester), entries);
                }
            }
        }
    }

    private void Add(Student student, int grade, Course course, int semester, int score, List<TranscriptEntry> entries)
    {
        if (grade == student.Grade)
        {
            // This year's credit is given by the school that has the student on the semester's last day.
            var last = calendar.Semesters[semester].LastDay;
            if (last <= calendar.AsOfDay && student.SpellOn(last) is { } spell)
            {
                entries.Add(new(grade, course, semester, score, false, spell.School));
            }

            return;
        }

        entries.Add(new(grade, course, semester, score, false, student.HomeSchool));
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Recovery, student.Number, (grade * 32) + (course.Position * 2) + semester);
        if (score < GradeModel.PassMark && rng.Chance(60_000))
        {
            entries.Add(new(grade, course, semester, GradeModel.PassMark + rng.Below(20), true, student.HomeSchool));
        }
    }
}
