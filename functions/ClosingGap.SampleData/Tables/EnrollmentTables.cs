namespace ClosingGap.SampleData;

/// <summary>Who is in which class, which school and which program.</summary>
internal static class EnrollmentTables
{
    public static async Task EnrollmentsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        foreach (var school in model.Plan.Schools)
        {
            var (first, last) = DistrictPlan.GradesOf(school.Band);
            for (var grade = first; grade <= last; grade++)
            {
                Teachers(model, table, school, grade);
                await table.FlushIfFullAsync(ct);
            }
        }

        foreach (var student in model.KnownStudents())
        {
            var n = 0;
            foreach (var spell in student.Known(calendar))
            {
                n++;
                foreach (var course in spell.Attended ? student.Courses : [])
                {
                    var section = CourseCatalog.SectionOf(model.Plan, spell.School, student.Grade, course, student.Ordinal);
                    table.Field($"E-{student.SourcedId}-{n}-{course.Key}").Blank(2)
                        .Field(CourseCatalog.ClassId(spell.School, student.Grade, course, section)).Field(spell.School.SourcedId)
                        .Field(student.SourcedId).Field("student").Blank().Field(calendar.IsoDay(spell.Entry))
                        .Field(spell.ExitKnown(calendar) ? calendar.IsoDay(spell.Exit) : null).EndRow();
                }
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task SchoolEnrollmentsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        foreach (var student in model.KnownStudents())
        {
            var n = 0;
            foreach (var spell in student.Known(calendar))
            {
                n++;
                var left = spell.ExitKnown(calendar);
                table.Field($"SE-{student.SourcedId}-{n}").Field(student.SourcedId).Field(spell.School.SourcedId).Field(calendar.SchoolYear)
                    .Field(calendar.IsoDay(spell.Entry)).Field(DistrictPlan.GradeCode(student.Grade)).Field(spell.EntryType)
                    .Field(left ? calendar.IsoDay(spell.Exit) : null).Field(left ? spell.ExitType : null);
                if (student.IsHighSchool)
                {
                    // The cohort is the school year of the first entry into grade 9.
                    table.Field(calendar.SchoolYear - student.Grade + 9)
                        .Field(student.Advanced ? GraduationRule.Advanced : GraduationRule.Standard);
                }
                else
                {
                    table.Blank(2);
                }

                table.Field("1.0").EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task StudentProgramsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        // Programs run through the whole year, so that "on the as-of date" and "at any time in the year" name the same students.
        var before = new DateOnly(model.Calendar.SchoolYear - 2, 9, 1);
        var begin = new DateOnly(model.Calendar.SchoolYear - 1, 7, 1);
        foreach (var student in model.KnownStudents())
        {
            foreach (var program in Enum.GetValues<ProgramFlags>())
            {
                if (program != ProgramFlags.None && student.Programs.HasFlag(program))
                {
                    table.Field(student.SourcedId).Field(program.ToString()).Field(begin).Blank().EndRow();
                }
            }

            if (student.FormerEnglishLearner)
            {
                table.Field(student.SourcedId).Field(nameof(ProgramFlags.EnglishLearner)).Field(before).Field(begin.AddDays(-30)).EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    private static void Teachers(DistrictModel model, CsvTable table, School school, int grade)
    {
        foreach (var course in CourseCatalog.Of(grade))
        {
            var sections = CourseCatalog.Sections(model.Plan, school, grade, course);
            for (var section = 0; section < sections; section++)
            {
                var classId = CourseCatalog.ClassId(school, grade, course, section);
                var teacher = CourseCatalog.TeacherOf(model.Plan, school, grade, course, section);
                table.Field($"E-{classId}-T").Blank(2).Field(classId).Field(school.SourcedId)
                    .Field(CourseCatalog.TeacherId(school, grade, teacher)).Field("teacher").Field(true)
                    .Field(model.Calendar.IsoDay(0)).Blank().EndRow();
            }
        }
    }
}
