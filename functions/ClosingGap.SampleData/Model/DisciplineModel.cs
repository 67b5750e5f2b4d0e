namespace ClosingGap.SampleData;

/// <summary>A few students have one to three incidents in the year, each with an action on that day or the next.</summary>
internal sealed class DisciplineModel(SampleOptions options, SchoolCalendar calendar, AttendanceModel attendance)
{
    private static readonly string[] Locations = ["Classroom", "Hallway or stairs", "Cafeteria area", "School bus", "Restroom", "Online"];

    private static readonly int[] SuspensionHalfDays = [1, 2, 2, 4, 6];

    /// <summary>The incidents known by the as-of day. An action may still be to come: see <see cref="DisciplineEvent.ActionDay"/>.</summary>
    public void Collect(Student student, List<DisciplineEvent> events)
    {
        events.Clear();
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Discipline, student.Number);
        if (!rng.Chance(student.IncidentRate))
        {
            return;
        }

        var count = rng.Below(100) switch { < 70 => 1, < 92 => 2, _ => 3 };
        for (var n = 1; n <= count; n++)
        {
            var happened = Draw(ref rng, n, student.HomeSchool);
            if (happened.IncidentDay <= calendar.AsOfDay
                && student.SpellOn(happened.IncidentDay) is { } spell
                && attendance.IsInstructional(spell.School, happened.IncidentDay))
            {
                events.Add(happened with { School = spell.School });
            }
        }
    }

    /// <summary>Draws everything whatever comes of it, so that the next incident does not depend on this one's kind.</summary>
    private static DisciplineEvent Draw(ref KeyedRandom rng, int number, School school)
    {
        var day = rng.Below(SchoolCalendar.InstructionalDays);
        var kind = rng.Below(100);
        var length = SuspensionHalfDays[rng.Below(SuspensionHalfDays.Length)];
        var recorded = rng.Below(100);
        var behavior = rng.Below(100) switch { < 70 => "School Code of Conduct", < 92 => "School Violation", < 97 => "Other", _ => "State Offense" };
        var location = Locations[rng.Below(Locations.Length)];
        var delay = rng.Below(4) == 0 ? 1 : 0;
        var discipline = kind switch
        {
            < 45 => DisciplineEvent.InSchool,
            < 72 => DisciplineEvent.OutOfSchool,
            < 86 => "Removal from Classroom",
            < 92 => "Community Service",
            _ => "No action for incident",
        };
        var suspended = kind < 72;
        return new DisciplineEvent(
            number,
            day,
            Math.Min(day + delay, SchoolCalendar.InstructionalDays - 1),
            school,
            location,
            behavior,
            behavior == "State Offense",
            discipline,
            suspended ? length : 0,
            !suspended || recorded >= 40 ? -1 : recorded < 10 ? length / 2 : length);
    }
}
