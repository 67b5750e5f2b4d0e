namespace ClosingGap.SampleData;

/// <summary>Users, their roles, and students' demographics.</summary>
internal static class PeopleTables
{
    public static async Task UsersAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var domain = $"d{model.Options.District}.example.org";
        foreach (var staff in Staff.All(model))
        {
            var name = PersonName.Draw(model.Options.Seed, RandomPurpose.Staff, staff.NameKey);
            Write(table, staff.SourcedId, true, name, string.Empty, domain, string.Empty, staff.OrgId);
            await table.FlushIfFullAsync(ct);
        }

        foreach (var student in model.KnownStudents())
        {
            var name = PersonName.Draw(model.Options.Seed, RandomPurpose.Name, student.Number);
            Write(
                table,
                student.SourcedId,
                student.IsActive(model.Calendar),
                name,
                $"{9_000_000_000L + student.Number}",
                domain,
                DistrictPlan.GradeCode(student.Grade),
                student.LastKnown(model.Calendar).School.SourcedId);
            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task RolesAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var calendar = model.Calendar;
        foreach (var staff in Staff.All(model))
        {
            table.Field($"R-{staff.SourcedId}").Blank(2).Field(staff.SourcedId).Field("primary").Field(staff.Role)
                .Field(calendar.IsoDay(0)).Blank().Field(staff.OrgId).Blank().EndRow();
            await table.FlushIfFullAsync(ct);
        }

        foreach (var student in model.KnownStudents())
        {
            var last = student.LastKnown(calendar);
            var n = 0;
            foreach (var spell in student.Known(calendar))
            {
                n++;
                table.Field($"R-{student.SourcedId}-{n}").Blank(2).Field(student.SourcedId).Field(spell == last ? "primary" : "secondary")
                    .Field("student").Field(calendar.IsoDay(spell.Entry))
                    .Field(spell.ExitKnown(calendar) ? calendar.IsoDay(spell.Exit) : null).Field(spell.School.SourcedId).Blank().EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    public static async Task DemographicsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        foreach (var student in model.KnownStudents())
        {
            var rng = new KeyedRandom(model.Options.Seed, RandomPurpose.Birth, student.Number);
            var born = new DateOnly(model.Calendar.SchoolYear - 7 - student.Grade, 9, 1).AddDays(rng.Below(365));
            table.Field(student.SourcedId).Blank(2).Field(born).Field(student.Sex);
            if (student.Race == RaceFlags.None)
            {
                table.Blank(7);
            }
            else
            {
                Race(table, student.Race, RaceFlags.AmericanIndianOrAlaskaNative);
                Race(table, student.Race, RaceFlags.Asian);
                Race(table, student.Race, RaceFlags.BlackOrAfricanAmerican);
                Race(table, student.Race, RaceFlags.NativeHawaiianOrOtherPacificIslander);
                Race(table, student.Race, RaceFlags.White);
                Race(table, student.Race, RaceFlags.TwoOrMoreRaces);
                Race(table, student.Race, RaceFlags.HispanicOrLatino);
            }

            table.Field("US").Field(model.Options.State).Blank(2).EndRow();
            await table.FlushIfFullAsync(ct);
        }
    }

    private static void Race(CsvTable table, RaceFlags race, RaceFlags flag) => table.Field((race & flag) != 0);

    private static void Write(
        CsvTable table, string id, bool enabled, PersonName name, string identifier, string domain, string grade, string org)
    {
        var login = id.ToLowerInvariant();
        table.Field(id).Blank(2).Field(enabled).Field(login).Blank().Field(name.Given).Field(name.Family).Blank().Field(identifier)
            .Field($"{login}@{domain}").Blank(3).Field(grade).Blank(6).Field(org).Blank().EndRow();
    }
}
