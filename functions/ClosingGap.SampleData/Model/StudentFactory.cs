namespace ClosingGap.SampleData;

/// <summary>Makes student n from (seed, n) alone.</summary>
internal sealed class StudentFactory(SampleOptions options, DistrictPlan plan)
{
    public int Count => options.Students;

    public Student Create(int number)
    {
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Profile, number);
        var grade = DistrictPlan.GradeOf(number);
        var band = (int)DistrictPlan.BandOf(grade);
        var home = plan.HomeSchool(number);
        var sex = rng.Below(1000) switch { < 4 => "unspecified", < 490 => "female", _ => "male" };
        var race = Race(ref rng);
        var programs = Programs(ref rng, race, home);
        var former = rng.Chance(4000) && (programs & ProgramFlags.EnglishLearner) == 0;
        var advanced = rng.Chance(25_000) && grade >= 9;
        var ability = 70 + rng.Below(11) + rng.Below(11) + rng.Below(9);
        ability -= (programs & ProgramFlags.EconomicDisadvantage) != 0 ? 3 : 0;
        ability -= (programs & ProgramFlags.EnglishLearner) != 0 ? 2 : 0;
        ability -= (programs & ProgramFlags.IDEA) != 0 ? 3 : 0;
        var boundary = BoundaryStudents.Find(number);
        return new Student
        {
            Number = number,
            Grade = grade,
            HomeSchool = home,
            Ordinal = plan.Ordinal(number),
            Sex = sex,
            Race = race,
            Programs = programs,
            FormerEnglishLearner = former,
            Advanced = advanced,
            Ability = ability,
            AbsenceRate = ModelParameters.Apply(ModelParameters.DailyAbsence * Individual(ref rng) / 100, programs, f => f.Absence),
            FailureRate = ModelParameters.Apply(
                ModelParameters.CourseFailure * ModelParameters.FailureByBand[band] / 100 * Individual(ref rng) / 100, programs, f => f.Failure),
            IncidentRate = ModelParameters.Apply(ModelParameters.Incident[band], programs, f => f.Incident),
            Boundary = boundary?.Case ?? BoundaryCase.None,
            Spells = boundary is { } b
                ? [new Spell(home, b.Entry, b.Exit, b.Entry == 0 ? "Next year school" : "Transfer", b.Case == BoundaryCase.NoShow ? "No show" : "Withdrawn")]
                : Spells(number, home),
        };
    }

    private static int Individual(ref KeyedRandom rng)
    {
        var draw = rng.Below(100);
        foreach (var (share, factor) in ModelParameters.Individual)
        {
            if (draw < share)
            {
                return factor;
            }

            draw -= share;
        }

        return 100;
    }

    private static RaceFlags Race(ref KeyedRandom rng)
    {
        var draw = rng.Below(1000);
        var second = rng.Below(100);
        return draw switch
        {
            < 380 => RaceFlags.HispanicOrLatino | (second < 65 ? RaceFlags.White : second < 72 ? RaceFlags.BlackOrAfricanAmerican : RaceFlags.None),
            < 670 => RaceFlags.White,
            < 810 => RaceFlags.BlackOrAfricanAmerican,
            < 870 => RaceFlags.Asian,

            // Some systems send both races and leave the summary column false.
            < 920 => (second < 60 ? RaceFlags.TwoOrMoreRaces : RaceFlags.None)
                | RaceFlags.White | (second % 2 == 0 ? RaceFlags.BlackOrAfricanAmerican : RaceFlags.Asian),
            < 940 => RaceFlags.AmericanIndianOrAlaskaNative,
            < 950 => RaceFlags.NativeHawaiianOrOtherPacificIslander,
            < 960 => RaceFlags.None,
            _ => RaceFlags.White,
        };
    }

    private static ProgramFlags Programs(ref KeyedRandom rng, RaceFlags race, School home)
    {
        var hispanic = (race & RaceFlags.HispanicOrLatino) != 0;
        var programs = ProgramFlags.None;
        Add(ref rng, ref programs, ProgramFlags.EconomicDisadvantage, home.PovertyPer100000 + (hispanic ? 8000 : -4000));
        var poor = programs != ProgramFlags.None;
        Add(ref rng, ref programs, ProgramFlags.EnglishLearner, hispanic ? 26_000 : (race & RaceFlags.Asian) != 0 ? 16_000 : 2000);
        Add(ref rng, ref programs, ProgramFlags.IDEA, 14_000);
        Add(ref rng, ref programs, ProgramFlags.Section504, (programs & ProgramFlags.IDEA) != 0 ? 0 : 4500);
        Add(ref rng, ref programs, ProgramFlags.Homeless, poor ? 3500 : 0);
        Add(ref rng, ref programs, ProgramFlags.FosterCare, 500);
        Add(ref rng, ref programs, ProgramFlags.Migrant, poor ? 1000 : 0);
        Add(ref rng, ref programs, ProgramFlags.MilitaryConnected, 2500);
        Add(ref rng, ref programs, ProgramFlags.GiftedTalented, poor ? 5000 : 11_000);
        return programs;
    }

    private static void Add(ref KeyedRandom rng, ref ProgramFlags programs, ProgramFlags flag, int per100000)
    {
        if (rng.Chance(per100000))
        {
            programs |= flag;
        }
    }

    private Spell[] Spells(int number, School home)
    {
        const int end = SchoolCalendar.InstructionalDays;
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Enrollment, number);
        var kind = rng.Below(1000);
        var day = 8 + rng.Below(end - 16);
        var other = rng.Next();
        const string next = "Next year school";
        if (kind < 30)
        {
            return [new Spell(home, day, end, kind < 20 ? "Transfer" : "New to education system", "Withdrawn")];
        }

        if (kind < 65)
        {
            return [new Spell(home, 0, day, next, home.Band == GradeBand.High && kind < 40 ? "Dropout" : "Withdrawn")];
        }

        var schools = plan.InBand(home.Band);
        if (kind >= 85 || schools.Length == 1)
        {
            return [new Spell(home, 0, end, next, "Withdrawn")];
        }

        var step = 1 + (int)(other % (ulong)(schools.Length - 1));
        var target = schools[(home.InBand + step) % schools.Length];
        return [new Spell(home, 0, day, next, "Transferred"), new Spell(target, day, end, "Transfer", "Withdrawn")];
    }
}
