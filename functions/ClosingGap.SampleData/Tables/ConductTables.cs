namespace ClosingGap.SampleData;

/// <summary>Attendance and discipline.</summary>
internal static class ConductTables
{
    public static async Task AttendanceAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var marks = new List<AttendanceMark>();
        foreach (var student in model.KnownStudents())
        {
            model.Attendance.Collect(student, marks);
            foreach (var mark in marks)
            {
                table.Field(student.SourcedId).Field(mark.School.SourcedId).Blank().Field(model.Calendar.IsoDay(mark.Day))
                    .Field(mark.Category).Field(mark.Reason).Field(mark.Duration).Blank().EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task DisciplineIncidentsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var events = new List<DisciplineEvent>();
        foreach (var student in model.KnownStudents())
        {
            model.Discipline.Collect(student, events);
            foreach (var item in events)
            {
                table.Field(IncidentId(student, item)).Field(item.School.SourcedId).Field(model.Calendar.IsoDay(item.IncidentDay))
                    .Field(item.Location).Field(item.Behavior).Field(item.Police).EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task DisciplineActionsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var events = new List<DisciplineEvent>();
        foreach (var student in model.KnownStudents())
        {
            model.Discipline.Collect(student, events);
            foreach (var item in events.Where(e => e.ActionDay <= model.Calendar.AsOfDay))
            {
                table.Field($"ACT-{student.Number + 1:D7}-{item.Number}").Field(IncidentId(student, item)).Field(student.SourcedId)
                    .Field(item.Discipline).Field(model.Calendar.IsoDay(item.ActionDay))
                    .Field(item.IsSuspension ? Decimals.HalfDays(item.Assigned) : null)
                    .Field(item.Actual >= 0 ? Decimals.HalfDays(item.Actual) : null).EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    private static string IncidentId(Student student, DisciplineEvent item) => $"INC-{student.Number + 1:D7}-{item.Number}";
}
