namespace ClosingGap.SampleData;

/// <summary>Writes the LMS tree: a full snapshot of a bounded number of sections in the files of Ed-Fi's LMS-UDM.</summary>
internal static class LmsTreeWriter
{
    public static async Task WriteAsync(DistrictModel model, string root, IDictionary<string, long> rows, CancellationToken ct)
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        Directory.CreateDirectory(root);
        var file = new LmsFile(root, model.Calendar.AsOf, rows);
        var sections = LmsSection.Choose(model);
        await WriteUsersAsync(model, file, sections, ct);
        await file.WriteAsync(
            "sections",
            "sections",
            "SourceSystemIdentifier,SourceSystem,SISSectionIdentifier,Title,SectionDescription,Term,LMSSectionStatus",
            table =>
            {
                foreach (var section in sections)
                {
                    table.Field(section.Id).Field(LmsFile.System).Field(section.SisSection)
                        .Field($"{section.Course.Title}, section {section.Section + 1}").Blank()
                        .Field($"School year {model.Calendar.SchoolYear}").Field("available");
                    file.EndRow(table);
                }
            },
            ct);
        var writer = new LmsSectionWriter(model, file);
        foreach (var section in sections)
        {
            await writer.WriteAsync(section, ct);
        }

        await WriteSystemActivitiesAsync(model, file, sections, ct);
    }

    public static string UserId(Student student) => $"{100_000_000 + student.Number}";

    private static Task WriteUsersAsync(DistrictModel model, LmsFile file, IReadOnlyList<LmsSection> sections, CancellationToken ct) =>
        file.WriteAsync(
            "users",
            "users",
            "SourceSystemIdentifier,SourceSystem,UserRole,LocalUserIdentifier,SISUserIdentifier,Name,EmailAddress",
            table =>
            {
                var domain = $"d{model.Options.District}.example.org";
                var names = sections.Select(s => s.TeacherSisId(model.Plan)).ToHashSet(StringComparer.Ordinal);
                var number = 0;
                foreach (var teacher in Staff.All(model).Where(s => names.Contains(s.SourcedId)))
                {
                    var name = PersonName.Draw(model.Options.Seed, RandomPurpose.Staff, teacher.NameKey);
                    var login = teacher.SourcedId.ToLowerInvariant();
                    table.Field($"{200_000_000 + number++}").Field(LmsFile.System).Field("Teacher").Field(login).Field(teacher.SourcedId)
                        .Field($"{name.Given} {name.Family}").Field($"{login}@{domain}");
                    file.EndRow(table);
                }

                foreach (var student in sections.SelectMany(s => s.Students(model)))
                {
                    var name = PersonName.Draw(model.Options.Seed, RandomPurpose.Name, student.Number);
                    var login = student.SourcedId.ToLowerInvariant();
                    table.Field(UserId(student)).Field(LmsFile.System).Field("Student").Field(login).Field(student.SourcedId)
                        .Field($"{name.Given} {name.Family}").Field($"{login}@{domain}");
                    file.EndRow(table);
                }
            },
            ct);

    private static async Task WriteSystemActivitiesAsync(
        DistrictModel model, LmsFile file, IReadOnlyList<LmsSection> sections, CancellationToken ct)
    {
        var lms = new LmsModel(model);
        for (var day = model.Calendar.AsOfDay - LmsModel.SignInDays + 1; day <= model.Calendar.AsOfDay; day++)
        {
            var date = model.Calendar.IsoDay(day);
            await file.WriteAsync(
                "system-activities",
                $"system-activities/date={date}",
                "LMSUserSourceSystemIdentifier,ActivityDateTime,SourceSystem,SourceSystemIdentifier,ActivityType,ActivityStatus,"
                + "ParentSourceSystemIdentifier,ActivityTimeInMinutes",
                table =>
                {
                    foreach (var student in sections.SelectMany(s => s.Students(model)))
                    {
                        if (lms.SignIn(student, day) is var (hour, minute, length))
                        {
                            table.Field(UserId(student)).Field($"{date} {hour:D2}:{minute:D2}:00").Field(LmsFile.System)
                                .Field($"SA{student.Number}-{day}").Field("sign-in").Field("active").Blank().Field(length);
                            file.EndRow(table);
                        }
                    }
                },
                ct);
        }
    }
}
