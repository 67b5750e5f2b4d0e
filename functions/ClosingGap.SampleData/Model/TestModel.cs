namespace ClosingGap.SampleData;

/// <summary>
/// Each spring from grade 3 to grade 8 the state's tests in reading and mathematics, with a second try in June for some who missed the proficient
/// level; in the spring of grade 11 and the fall of grade 12 the SAT for those who take it. Results of earlier years came along with the student.
/// </summary>
internal sealed class TestModel(SampleOptions options, SchoolCalendar calendar)
{
    private const int FirstTested = 3;
    private const int LastTested = 8;
    private const int SpringDay = 150;
    private const int SatSpringDay = 125;
    private const int SatFallDay = 40;
    private const int SubjectParts = 2;

    /// <summary>Every test there is: the state's by grade, reading before mathematics, then the SAT's two.</summary>
    public static IReadOnlyList<Test> Tests { get; } =
    [
        .. Enumerable.Range(FirstTested, LastTested - FirstTested + 1).SelectMany(static grade => new Test[]
        {
            new($"STATE-ELA-{DistrictPlan.GradeCode(grade)}", $"State assessment in English language arts, grade {grade}", Test.State, "English Language Arts", grade),
            new($"STATE-MATH-{DistrictPlan.GradeCode(grade)}", $"State assessment in mathematics, grade {grade}", Test.State, "Mathematics", grade),
        }),
        new("SAT-ERW", "SAT, evidence-based reading and writing", Test.Sat, "Evidence-Based Reading and Writing", 0),
        new("SAT-MATH", "SAT, mathematics", Test.Sat, "Math", 0),
    ];

    /// <summary>The results given by the as-of day.</summary>
    public void Collect(Student student, List<TestResult> results)
    {
        results.Clear();
        for (var grade = FirstTested; grade <= Math.Min(LastTested, student.Grade); grade++)
        {
            CollectState(student, grade, results);
        }

        if (student.Grade >= 11)
        {
            CollectSat(student, results);
        }

        results.RemoveAll(result => result.Date > calendar.AsOf);
    }

    private void CollectState(Student student, int grade, List<TestResult> results)
    {
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Test, student.Number, grade);
        var year = calendar.SchoolYear - student.Grade + grade;
        var isNow = grade == student.Grade;
        var moved = rng.Below(100) < 5;
        for (var subject = 0; subject < SubjectParts; subject++)
        {
            var test = Tests[((grade - FirstTested) * SubjectParts) + subject];
            var (excused, noise, again, gain) = (rng.Below(100) < 3, rng.Below(121) - 60, rng.Below(100) < 30, rng.Below(61));
            var score = 2000 + (student.Ability * 6) + noise;
            if (isNow ? student.SpellOn(SpringDay) is null : moved)
            {
                continue;
            }

            var key = $"{test.Identifier}-{year}";
            results.Add(new TestResult(key, test, isNow ? calendar.Days[SpringDay] : new DateOnly(year, 4, 15), grade, excused ? null : score, false));
            if (!isNow && !excused && score < Test.ProficientScore && again)
            {
                results.Add(new TestResult(key + "-R", test, new DateOnly(year, 6, 10), grade, score + gain, true));
            }
        }
    }

    private void CollectSat(Student student, List<TestResult> results)
    {
        var rng = new KeyedRandom(options.Seed, RandomPurpose.Test, student.Number, 11);
        var isSenior = student.Grade == 12;
        var (first, second) = (rng.Below(100) < 80, rng.Below(100) < 35);
        var spring = isSenior ? new DateOnly(calendar.SchoolYear - 1, 3, 14) : calendar.Days[SatSpringDay];
        for (var subject = 0; subject < SubjectParts; subject++)
        {
            var test = Tests[^(SubjectParts - subject)];
            var (score, gain) = (Sat((student.Ability * 10) - 300 + (10 * (rng.Below(21) - 10))), 10 * (rng.Below(8) - 2));
            if (first && (isSenior || student.SpellOn(SatSpringDay) is not null))
            {
                results.Add(new TestResult(test.Identifier + "-1", test, spring, 11, score, false));
            }

            if (second && isSenior && student.SpellOn(SatFallDay) is not null)
            {
                results.Add(new TestResult(test.Identifier + "-2", test, calendar.Days[SatFallDay], 12, Sat(score + gain), first));
            }
        }

        static int Sat(int score) => Math.Clamp(score, 200, 800);
    }
}
