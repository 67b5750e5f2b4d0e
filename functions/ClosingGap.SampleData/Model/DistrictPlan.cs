namespace ClosingGap.SampleData;

/// <summary>
/// Who sits where, as arithmetic: students are dealt to grades by their number modulo 13 and to schools in turn.
/// So a student's school, and any section's students, are found without a list of students.
/// </summary>
internal sealed class DistrictPlan
{
    public const int SectionSize = 25;

    /// <summary>Grade (0 = KG) by student number modulo 13: the first three students reach all three bands.</summary>
    private static readonly int[] GradeAt = [0, 6, 9, 1, 7, 10, 3, 8, 11, 2, 12, 4, 5];

    private static readonly int[] PositionOf = [.. Enumerable.Range(0, 13).Select(g => Array.IndexOf(GradeAt, g))];

    private static readonly string[] Places =
        ["Alder", "Birchwood", "Cedar Hill", "Dogwood", "Elm Grove", "Foxglove", "Granite", "Hawthorn", "Ironwood", "Juniper", "Laurel", "Maple Run"];

    private readonly int _students;
    private readonly School[][] _bands;

    public DistrictPlan(SampleOptions options)
    {
        _students = options.Students;
        DistrictId = $"D-{options.District}";
        DistrictName = $"Sample District {options.District}";

        // Two elementary schools from 100 students on, so that every sample that can has transfers.
        var elementary = Math.Max(_students >= 100 ? 2 : 1, Ceiling(_students * 6L, 13 * 480));
        var counts = new[] { elementary, Math.Max(1, Ceiling(_students * 3L, 13 * 750)), Math.Max(1, Ceiling(_students * 4L, 13 * 1500)) };
        var number = 0;
        _bands = new School[3][];
        for (var band = 0; band < 3; band++)
        {
            _bands[band] = new School[counts[band]];
            for (var i = 0; i < counts[band]; i++, number++)
            {
                _bands[band][i] = Create(options, number, (GradeBand)band, i);
            }
        }

        Schools = [.. _bands.SelectMany(b => b)];
    }

    public string DistrictId { get; }

    public string DistrictName { get; }

    public IReadOnlyList<School> Schools { get; }

    /// <summary>The school that loses one day to an emergency.</summary>
    public School EmergencySchool => _bands[(int)GradeBand.Middle][0];

    public static GradeBand BandOf(int grade) => grade <= 5 ? GradeBand.Elementary : grade <= 8 ? GradeBand.Middle : GradeBand.High;

    public static (int First, int Last) GradesOf(GradeBand band) => band switch
    {
        GradeBand.Elementary => (0, 5),
        GradeBand.Middle => (6, 8),
        _ => (9, 12),
    };

    /// <summary>CEDS entry grade level code: KG, 01 … 12.</summary>
    public static string GradeCode(int grade) => grade == 0 ? "KG" : $"{grade:D2}";

    public static int GradeOf(int student) => GradeAt[student % 13];

    public School[] InBand(GradeBand band) => _bands[(int)band];

    public School HomeSchool(int student)
    {
        var band = InBand(BandOf(GradeOf(student)));
        return band[student / 13 % band.Length];
    }

    /// <summary>The student's place among those of the same home school and grade, from 0.</summary>
    public int Ordinal(int student) => student / 13 / InBand(BandOf(GradeOf(student))).Length;

    public int StudentAt(School school, int grade, int ordinal) =>
        (13 * (school.InBand + (InBand(school.Band).Length * ordinal))) + PositionOf[grade];

    /// <summary>Students whose home school and grade these are.</summary>
    public int Count(School school, int grade)
    {
        var position = PositionOf[grade];
        var blocks = _students > position ? Ceiling(_students - position, 13) : 0;
        return blocks > school.InBand ? Ceiling(blocks - school.InBand, InBand(school.Band).Length) : 0;
    }

    public int Sections(School school, int grade) => Math.Max(1, Ceiling(Count(school, grade), SectionSize));

    private static int Ceiling(long value, int divisor) => (int)((value + divisor - 1) / divisor);

    private static School Create(SampleOptions options, int number, GradeBand band, int inBand)
    {
        var rng = new KeyedRandom(options.Seed, RandomPurpose.School, number);
        var kind = band switch { GradeBand.Elementary => "Elementary School", GradeBand.Middle => "Middle School", _ => "High School" };
        var round = inBand / Places.Length;
        var name = round == 0 ? $"{Places[inBand]} {kind}" : $"{Places[inBand % Places.Length]} {kind} {round + 1}";
        return new School(
            number, band, inBand, $"SCH-{number + 1:D4}", name, $"{options.District}{number + 1:D4}", 30_000 + rng.Below(45_000));
    }
}
