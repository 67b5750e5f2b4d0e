namespace ClosingGap.SampleData;

/// <summary>Writes one LMS section's files: associations, assignments, submissions, grades, activities.</summary>
internal sealed class LmsSectionWriter(DistrictModel model, LmsFile file)
{
    private readonly LmsModel _lms = new(model);

    public async Task WriteAsync(LmsSection section, CancellationToken ct)
    {
        var folder = $"section={section.Id}";
        var students = section.Students(model).ToList();
        await file.WriteAsync(
            "section-associations",
            $"{folder}/section-associations",
            "SourceSystemIdentifier,SourceSystem,EnrollmentStatus,LMSUserSourceSystemIdentifier,LMSSectionSourceSystemIdentifier",
            table => Each(table, students, s => table.Field(AssociationId(section, s)).Field(LmsFile.System)
                .Field(LmsModel.IsHere(s, section, model.Calendar.AsOfDay) ? "active" : "inactive").Field(LmsTreeWriter.UserId(s)).Field(section.Id)),
            ct);
        await file.WriteAsync(
            "grades",
            $"{folder}/grades",
            "SourceSystemIdentifier,SourceSystem,Grade,GradeType,LMSUserLMSSectionAssociationSourceSystemIdentifier",
            table => Each(table, students, s => table.Field($"G{AssociationId(section, s)}").Field(LmsFile.System)
                .Field(_lms.Score(s, section, model.Calendar.AsOfDay)).Field("current").Field(AssociationId(section, s))),
            ct);
        await WriteAssignmentsAsync(section, folder, students, ct);
        await WriteActivitiesAsync(section, folder, students, ct);
    }

    private static string AssociationId(LmsSection section, Student student) => $"{section.Id}-{LmsTreeWriter.UserId(student)}";

    private void Each(CsvTable table, List<Student> students, Action<Student> write)
    {
        foreach (var student in students)
        {
            write(student);
            file.EndRow(table);
        }
    }

    private async Task WriteAssignmentsAsync(LmsSection section, string folder, List<Student> students, CancellationToken ct)
    {
        var calendar = model.Calendar;

        var due = _lms.DueDays().ToList();
        await file.WriteAsync(
            "assignments",
            $"{folder}/assignments",
            "SourceSystemIdentifier,SourceSystem,Title,AssignmentCategory,AssignmentDescription,StartDateTime,EndDateTime,DueDateTime,"
            + "SubmissionType,MaxPoints,LMSSectionSourceSystemIdentifier",
            table =>
            {
                foreach (var day in due)
                {
                    table.Field(AssignmentId(section, day)).Field(LmsFile.System).Field($"Essay {LmsModel.NumberOf(day)}").Field("homework")
                        .Blank().Field($"{calendar.IsoDay(day - 5)} 08:00:00").Blank().Field($"{calendar.IsoDay(day)} 23:59:00")
                        .Field("online_text_entry").Field(100).Field(section.Id);
                    file.EndRow(table);
                }
            },
            ct);
        foreach (var day in due.Where(d => d <= calendar.AsOfDay))
        {
            await file.WriteAsync(
                "submissions",
                $"{folder}/assignment={AssignmentId(section, day)}/submissions",
                "SourceSystemIdentifier,SourceSystem,SubmissionStatus,SubmissionDateTime,EarnedPoints,Grade,AssignmentSourceSystemIdentifier,"
                + "LMSUserSourceSystemIdentifier",
                table => Each(table, [.. students.Where(s => LmsModel.IsHere(s, section, day))], s => Submission(table, section, s, day)),
                ct);
        }
    }

    private static string AssignmentId(LmsSection section, int due) => $"{section.Id}{due:D3}";

    private void Submission(CsvTable table, LmsSection section, Student student, int due)
    {
        var (score, missing, late) = _lms.Work(student, section, due);
        table.Field($"{AssignmentId(section, due)}-{LmsTreeWriter.UserId(student)}").Field(LmsFile.System)
            .Field(missing ? "missing" : late ? "late" : "graded");
        if (missing)
        {
            table.Blank(3);
        }
        else
        {
            table.Field($"{model.Calendar.IsoDay(late ? due : due - 1)} {(late ? "23:59:30" : "17:00:00")}").Field(score).Field(GradeModel.Letter(score));
        }

        table.Field(AssignmentId(section, due)).Field(LmsTreeWriter.UserId(student));
    }

    private Task WriteActivitiesAsync(LmsSection section, string folder, List<Student> students, CancellationToken ct) =>
        file.WriteAsync(
            "section-activities",
            $"{folder}/section-activities",
            "SourceSystemIdentifier,SourceSystem,ActivityType,ActivityDateTime,ActivityStatus,ParentSourceSystemIdentifier,"
            + "ActivityTimeInMinutes,LMSSectionSourceSystemIdentifier,LMSUserSourceSystemIdentifier",
            table =>
            {
                for (var day = model.Calendar.AsOfDay - LmsModel.ActivityDays + 1; day <= model.Calendar.AsOfDay; day++)
                {
                    var today = day;
                    Each(table, [.. students.Where(s => LmsModel.IsHere(s, section, today) && _lms.Posts(s, today))], s => table
                        .Field($"D{AssociationId(section, s)}-{today}").Field(LmsFile.System).Field("discussion-reply")
                        .Field($"{model.Calendar.IsoDay(today)} 15:00:00").Field("created").Blank(2).Field(section.Id).Field(LmsTreeWriter.UserId(s)));
                }
            },
            ct);
}
