namespace ClosingGap.SampleData;

/// <summary>Grading-period grades of this year, and high-school transcripts.</summary>
internal static class CourseworkTables
{
    public static async Task GradingPeriodGradesAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        var scores = new int[GradeModel.Periods];
        foreach (var student in model.KnownStudents())
        {
            // Kindergarten gives no marks.
            foreach (var course in student.Grade == 0 ? [] : student.Courses)
            {
                if (course.IsHomeroom)
                {
                    continue;
                }

                model.Grades.Scores(student, student.Grade, course, scores);
                for (var p = 0; p < GradeModel.Periods; p++)
                {
                    var last = calendar.GradingPeriods[p].LastDay;
                    if (last <= calendar.AsOfDay && student.SpellOn(last) is { } spell)
                    {
                        var section = CourseCatalog.SectionOf(model.Plan, spell.School, student.Grade, course, student.Ordinal);
                        table.Field(student.SourcedId).Field(CourseCatalog.ClassId(spell.School, student.Grade, course, section))
                            .Field(calendar.GradingPeriods[p].SourcedId).Field("Grading Period").Field(GradeModel.Letter(scores[p]))
                            .Field(scores[p]).Field(calendar.IsoDay(last)).EndRow();
                    }
                }
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task CourseTranscriptsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var entries = new List<TranscriptEntry>();
        foreach (var student in model.KnownStudents())
        {
            model.Transcripts.Collect(student, entries);
            foreach (var entry in entries)
            {
                table.Field($"TR-{student.Number + 1:D7}-{entry.Key}").Field(student.SourcedId).Field(entry.School.SourcedId)
                    .Field(entry.Course.SourcedId(entry.Grade)).Field(entry.Course.Code(entry.Grade)).Field(entry.Course.Sced)
                    .Field(entry.Course.Subject).Field(model.Calendar.SchoolYear - student.Grade + entry.Grade).Field(entry.Term)
                    .Field(DistrictPlan.GradeCode(entry.Grade)).Field(entry.Earned > 0 ? "Pass" : "Fail")
                    .Field(Decimals.Hundredths(TranscriptEntry.Attempted)).Field(Decimals.Hundredths(entry.Earned))
                    .Field(GradeModel.Letter(entry.Score)).Field(entry.Score).Field(entry.Repeat ? "RepeatCounted" : null)
                    .Field("Carnegie unit").EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }
}
