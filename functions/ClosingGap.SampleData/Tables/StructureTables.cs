namespace ClosingGap.SampleData;

/// <summary>Tables of the district itself: sessions, schools, courses, classes, calendar, plans.</summary>
internal static class StructureTables
{
    public static Task AcademicSessionsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        foreach (var session in calendar.Sessions)
        {
            // OneRoster's end dates are exclusive.
            table.Field(session.SourcedId).Blank(2).Field(session.Title).Field(session.Type)
                .Field(calendar.IsoDay(session.FirstDay)).Field(calendar.Days[session.LastDay].AddDays(1))
                .Field(session.Parent).Field(calendar.SchoolYear).EndRow();
        }

        return Task.CompletedTask;
    }

    public static Task OrgsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var plan = model.Plan;
        table.Field(plan.DistrictId).Blank(2).Field(plan.DistrictName).Field("district").Field(model.Options.District).Blank().EndRow();
        foreach (var school in plan.Schools)
        {
            table.Field(school.SourcedId).Blank(2).Field(school.Name).Field("school").Field(school.Identifier).Field(plan.DistrictId).EndRow();
        }

        return Task.CompletedTask;
    }

    public static Task CoursesAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        for (var grade = 0; grade <= 12; grade++)
        {
            foreach (var course in CourseCatalog.Of(grade))
            {
                table.Field(course.SourcedId(grade)).Blank(2).Field(model.Calendar.Sessions[0].SourcedId).Field(course.Title)
                    .Field(course.Code(grade)).Field(DistrictPlan.GradeCode(grade)).Field(model.Plan.DistrictId)
                    .Field(course.Subject).Field(course.SubjectCode).EndRow();
            }
        }

        return Task.CompletedTask;
    }

    public static async Task ClassesAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var terms = string.Join(',', model.Calendar.Semesters.Select(s => s.SourcedId));
        foreach (var school in model.Plan.Schools)
        {
            var (first, last) = DistrictPlan.GradesOf(school.Band);
            for (var grade = first; grade <= last; grade++)
            {
                foreach (var course in CourseCatalog.Of(grade))
                {
                    var sections = CourseCatalog.Sections(model.Plan, school, grade, course);
                    for (var section = 0; section < sections; section++)
                    {
                        table.Field(CourseCatalog.ClassId(school, grade, course, section)).Blank(2)
                            .Field($"{course.Title}, section {section + 1}").Field(DistrictPlan.GradeCode(grade))
                            .Field(course.SourcedId(grade)).Field($"{course.Code(grade)}-{section + 1:D3}")
                            .Field(course.IsHomeroom ? "homeroom" : "scheduled").Field($"Room {100 + (grade * 10) + (section % 10)}")
                            .Field(school.SourcedId).Field(terms).Field(course.Subject).Field(course.SubjectCode)
                            .Field(course.Position + 1).EndRow();
                    }

                    await table.FlushIfFullAsync(ct);
                }
            }
        }
    }

    public static async Task CalendarDatesAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        foreach (var school in model.Plan.Schools)
        {
            foreach (var day in calendar.Weekdays)
            {
                // Nobody knows in the fall that it will snow in January.
                var name = day.Date <= calendar.AsOf ? day.Event : day.Planned;
                if (school == model.Plan.EmergencySchool && day.Date == calendar.Days[calendar.EmergencyDay] && day.Date <= calendar.AsOf)
                {
                    name = CalendarEvents.Emergency;
                }

                table.Field(school.SourcedId).Field(day.Date).Field(name).Field(CalendarEvents.IsInstructional(name)).EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static Task GraduationPlansAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        foreach (var advanced in new[] { false, true })
        {
            var name = advanced ? GraduationRule.Advanced : GraduationRule.Standard;
            table.Field(name).Field(model.Plan.DistrictId).Field(model.Calendar.SchoolYear).Blank()
                .Field(Decimals.Hundredths(GraduationRule.Total(advanced))).EndRow();
            foreach (var (subject, standard, more) in CourseCatalog.PlanSubjects)
            {
                var credits = advanced ? more : standard;
                if (credits > 0)
                {
                    table.Field(name).Field(model.Plan.DistrictId).Field(model.Calendar.SchoolYear).Field(subject)
                        .Field(Decimals.Hundredths(credits * 100)).EndRow();
                }
            }
        }

        return Task.CompletedTask;
    }
}
