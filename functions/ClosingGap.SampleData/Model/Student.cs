namespace ClosingGap.SampleData;

/// <summary>One invented student: what does not change with the night. Made on demand, never kept.</summary>
internal sealed record Student
{
    /// <summary>Number in the district, from 0.</summary>
    public required int Number { get; init; }

    public required int Grade { get; init; }

    public required School HomeSchool { get; init; }

    /// <summary>Place among the home school's students of the grade; decides the sections.</summary>
    public required int Ordinal { get; init; }

    public required string Sex { get; init; }

    public required RaceFlags Race { get; init; }

    public required ProgramFlags Programs { get; init; }

    /// <summary>Was an English learner until before this school year.</summary>
    public required bool FormerEnglishLearner { get; init; }

    /// <summary>On the Advanced graduation plan (grades 9 to 12).</summary>
    public required bool Advanced { get; init; }

    /// <summary>Typical passing score.</summary>
    public required int Ability { get; init; }

    public required int AbsenceRate { get; init; }

    public required int FailureRate { get; init; }

    public required int IncidentRate { get; init; }

    public required BoundaryCase Boundary { get; init; }

    public required IReadOnlyList<Spell> Spells { get; init; }

    public string SourcedId => IdOf(Number);

    public bool IsHighSchool => Grade >= 9;

    public Course[] Courses => CourseCatalog.Taken(Grade, Advanced);

    public static string IdOf(int number) => $"S{number + 1:D7}";

    public Spell? SpellOn(int day)
    {
        foreach (var spell in Spells)
        {
            if (spell.Covers(day))
            {
                return spell;
            }
        }

        return null;
    }

    /// <summary>The stays that have begun by the as-of date.</summary>
    public IEnumerable<Spell> Known(SchoolCalendar calendar) => Spells.Where(s => s.Entry <= calendar.AsOfDay);

    public bool IsKnown(SchoolCalendar calendar) => Spells[0].Entry <= calendar.AsOfDay;

    public Spell LastKnown(SchoolCalendar calendar) => Known(calendar).Last();

    public bool IsActive(SchoolCalendar calendar) => SpellOn(calendar.AsOfDay) is not null;
}
