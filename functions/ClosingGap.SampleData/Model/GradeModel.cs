namespace ClosingGap.SampleData;

/// <summary>Scores of 0 to 100; 60 passes. Who fails a course fails most of its grading periods.</summary>
internal sealed class GradeModel(SampleOptions options)
{
    public const int PassMark = 60;
    public const int Periods = 6;

    /// <summary>The six grading-period scores of one course in the year in which the student was in <paramref name="grade"/>.</summary>
    public void Scores(Student student, int grade, Course course, Span<int> scores)
    {
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Grade, student.Number, (grade * 16) + course.Position);
        var failing = rng.Chance(student.FailureRate);
        var centre = student.Ability - 5 + rng.Below(11);
        for (var p = 0; p < Periods; p++)
        {
            var noise = rng.Below(23);
            scores[p] = failing ? 41 + noise : Math.Clamp(centre - 6 + (noise / 2), PassMark, 100);
        }
    }

    /// <summary>Mean of the semester's three periods, rounded half up. Semester 0 is fall.</summary>
    public static int Semester(ReadOnlySpan<int> scores, int semester)
    {
        var sum = scores[3 * semester] + scores[(3 * semester) + 1] + scores[(3 * semester) + 2];
        return ((2 * sum) + 3) / 6;
    }

    public static string Letter(int score) => score switch { >= 90 => "A", >= 80 => "B", >= 70 => "C", >= PassMark => "D", _ => "F" };
}
