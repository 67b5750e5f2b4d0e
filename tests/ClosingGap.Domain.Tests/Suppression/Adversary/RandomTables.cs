using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Tables of invented students, the same for the same seed. Sizes are skewed, so that many cells are small, some empty and some large; outcomes
/// lie often at their ends. Every line holds, because students are counted and not cells drawn.
/// </summary>
internal static class RandomTables
{
    private const int MostCells = 150;

    public static (TableShape Shape, IReadOnlyList<InventedStudent> Students, CountTables Tables) Of(int seed)
    {
        var random = new System.Random(seed);
        var shape = Shape(random);
        var students = Students(shape, random);
        return (shape, students, shape.Count(students));
    }

    /// <summary>The same students after one to three of them came, went, or had their outcomes turned.</summary>
    public static (RosterChange Change, IReadOnlyList<InventedStudent> Students) Next(int seed, TableShape shape, IReadOnlyList<InventedStudent> students)
    {
        var random = new System.Random(seed ^ 0x5eed);
        var change = (RosterChange)random.Next(0, 3);
        var some = random.Next(1, 4);
        var next = students.ToList();
        for (var i = 0; i < some; i++)
        {
            var at = random.Next(0, next.Count);
            switch (change)
            {
                case RosterChange.Joined:
                    // Who comes is like somebody there: in a small group as often as the group has students.
                    next.Add(next[at] with { Outcomes = [.. Enumerable.Range(0, shape.Measures).Select(_ => (bool?)(random.Next(0, 2) == 0))] });
                    break;
                case RosterChange.Left when next.Count > 1:
                    next.RemoveAt(at);
                    break;
                case RosterChange.Changed:
                    next[at] = next[at] with { Outcomes = [.. next[at].Outcomes.Select(o => !o)] };
                    break;
            }
        }

        return (change, next);
    }

    /// <summary>Of each measure, how many judged students came, went, or had their outcomes turned.</summary>
    public static IReadOnlyList<int> Moved(TableShape shape, RosterChange change, IReadOnlyList<InventedStudent> before, IReadOnlyList<InventedStudent> after) =>
        [.. Enumerable.Range(0, shape.Measures).Select(m => change == RosterChange.Changed
            ? after.Zip(before).Count(p => p.First.Outcomes[m] != p.Second.Outcomes[m])
            : Math.Abs(after.Count(s => s.Outcomes[m] is not null) - before.Count(s => s.Outcomes[m] is not null)))];

    private static TableShape Shape(System.Random random)
    {
        while (true)
        {
            var isAlone = random.Next(0, 3) == 0;
            var isCrossed = isAlone || random.Next(0, 4) == 0;
            var districts = isAlone ? [] : Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(1, 4)).ToArray();
            var dimensions = Enumerable.Range(0, isCrossed ? 2 : random.Next(1, 4)).Select(_ => random.Next(2, 7)).ToArray();
            var shape = new TableShape(districts, dimensions, isCrossed, random.Next(1, 4));
            if (shape.Cells <= MostCells)
            {
                return shape;
            }
        }
    }

    private static List<InventedStudent> Students(TableShape shape, System.Random random)
    {
        var shares = shape.Dimensions.Select(groups => Enumerable.Range(0, groups).Select(_ => Math.Pow(random.NextDouble(), 3)).ToArray()).ToArray();
        var judged = Enumerable.Range(0, shape.Measures).Select(_ => random.Next(0, 3) switch { 0 => 0.9, 1 => 0.98, _ => 1 }).ToArray();
        var students = new List<InventedStudent>();
        for (var school = 0; school < shape.Schools; school++)
        {
            var rates = Enumerable.Range(0, shape.Measures).Select(_ => Enumerable.Range(0, shape.Dimensions[0]).Select(_ => Rate(random)).ToArray()).ToArray();
            var size = random.Next(0, 5) switch { 0 => random.Next(3, 30), 1 => random.Next(120, 400), _ => random.Next(20, 120) };
            for (var i = 0; i < size; i++)
            {
                var groups = shares.Select(s => Draw(s, random)).ToArray();
                var outcomes = judged.Select((j, m) => random.NextDouble() < j ? random.NextDouble() < rates[m][groups[0]] : (bool?)null);
                students.Add(new InventedStudent(school, groups, [.. outcomes]));
            }
        }

        return students;
    }

    private static double Rate(System.Random random) => random.Next(0, 8) switch { 0 => 0, 1 => 1, 2 => 0.03, 3 => 0.97, _ => random.NextDouble() };

    private static int Draw(double[] shares, System.Random random)
    {
        var left = random.NextDouble() * shares.Sum();
        var group = 0;
        while (group < shares.Length - 1 && left >= shares[group])
        {
            left -= shares[group++];
        }

        return group;
    }
}
