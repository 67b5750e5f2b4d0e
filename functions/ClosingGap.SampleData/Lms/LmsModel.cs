namespace ClosingGap.SampleData;

/// <summary>What students do in the LMS: drawn once for the files and for the truth about them.</summary>
internal sealed class LmsModel(DistrictModel model)
{
    public const int ActivityDays = 10;
    public const int SignInDays = 5;

    private const int FirstDue = 10;
    private const int DaysBetweenDue = 15;
    private const int Assignments = 11;

    private readonly int[] _scores = new int[GradeModel.Periods];

    /// <summary>Which essay of the year is due on that day.</summary>
    public static int NumberOf(int due) => (due / DaysBetweenDue) + 1;

    /// <summary>The days on which work is due that has been given out by the as-of day: five days before it is due.</summary>
    public IEnumerable<int> DueDays() =>
        Enumerable.Range(0, Assignments).Select(n => FirstDue + (n * DaysBetweenDue)).Where(due => due - 5 <= model.Calendar.AsOfDay);

    public static bool IsHere(Student student, LmsSection section, int day) => student.SpellOn(day)?.School == section.School;

    /// <summary>The student's score in the section's course in the grading period of that day.</summary>
    public int Score(Student student, LmsSection section, int day)
    {
        model.Grades.Scores(student, section.Grade, section.Course, _scores);
        return _scores[Array.FindIndex(model.Calendar.GradingPeriods, p => p.LastDay >= day)];
    }

    /// <summary>What became of work that was due: never handed in, or handed in on time or late.</summary>
    public (int Score, bool Missing, bool Late) Work(Student student, LmsSection section, int due)
    {
        var rng = new KeyedRandom(model.Options.Seed, RandomPurpose.Lms, student.Number, due);
        var score = Score(student, section, due);
        var missing = rng.Chance(score < GradeModel.PassMark ? 45_000 : 4000);
        return (score, missing, rng.Chance(10_000));
    }

    /// <summary>Whether the student answers in the section's discussion on that day.</summary>
    public bool Posts(Student student, int day) => new KeyedRandom(model.Options.Seed, RandomPurpose.Lms, student.Number, 2000 + day).Chance(12_000);

    /// <summary>When the student signs in on that day, and for how many minutes; null: not at all.</summary>
    public (int Hour, int Minute, int Length)? SignIn(Student student, int day)
    {
        var rng = new KeyedRandom(model.Options.Seed, RandomPurpose.Lms, student.Number, 1000 + day);
        return student.SpellOn(day) is not null && rng.Chance(60_000) ? (8 + rng.Below(12), rng.Below(60), 1 + rng.Below(90)) : null;
    }
}
