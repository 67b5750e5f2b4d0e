using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>
/// Invented tables of a state: districts of very different sizes, ten dimensions that each partition all students of a district and of the state, and for
/// every group the line of its districts. Each student is drawn, so all tables are about the same students.
/// </summary>
internal static class StateTables
{
    /// <summary>How unevenly the students of each dimension are spread: race, sex, grade, five programs, language, and one more.</summary>
    private static readonly double[][] s_dimensions =
    [
        [.45, .27, .15, .06, .04, .015, .01, .005],
        [.51, .485, .005],
        [.03, .07, .07, .07, .075, .075, .075, .075, .08, .08, .09, .08, .07, .06],
        [.12, .88],
        [.15, .85],
        [.52, .48],
        [.004, .996],
        [.03, .97],
        [.006, .994],
        [.75, .14, .02, .015, .012, .01, .008, .007, .006, .005, .004, .004, .003, .003, .003, .002, .002, .002, .001, .001, .001, .001],
    ];

    /// <summary>The number of groups: all, and every value of every dimension.</summary>
    public static int Groups { get; } = 1 + s_dimensions.Sum(dimension => dimension.Length);

    /// <summary>Draws the tables; the same seed gives the same.</summary>
    public static CountTables Of(int districts, int measures, int seed, double medianStudents = 900)
    {
        var random = new Random(seed);
        var cells = Enumerable.Range(0, measures).Select(_ => new CountCell[(districts + 1) * Groups]).ToArray();
        for (var district = 1; district <= districts; district++)
        {
            Draw(random, cells, district, (int)Math.Max(3, medianStudents * Math.Exp(1.4 * Normal(random))));
        }

        return new CountTables(cells.Length == 0 ? 0 : cells[0].Length, Lines(districts), [.. cells.Select((table, index) => new MeasureTable($"measure-{index}", table))]);
    }

    /// <summary>The same state after one to six students came to every second district.</summary>
    public static CountTables Changed(CountTables tables, int districts, int seed)
    {
        var random = new Random(seed);
        var cells = tables.Measures.Select(measure => measure.Cells.ToArray()).ToArray();
        Span<int> groups = stackalloc int[s_dimensions.Length + 1];
        for (var district = 1; district <= districts; district += 2)
        {
            for (var student = random.Next(1, 7); student > 0; student--)
            {
                var first = 1;
                for (var dimension = 0; dimension < s_dimensions.Length; dimension++)
                {
                    groups[dimension] = first + Pick(random, s_dimensions[dimension]);
                    first += s_dimensions[dimension].Length;
                }

                groups[^1] = 0;
                foreach (var measure in cells)
                {
                    Count(measure, groups, district, random.Next(2) == 0);
                }
            }
        }

        return tables with { Measures = [.. tables.Measures.Zip(cells, (measure, counts) => measure with { Cells = counts })] };
    }

    /// <summary>The same state without its last district.</summary>
    public static CountTables WithoutLast(CountTables tables, int districts)
    {
        var cells = districts * Groups;
        return new CountTables(
            cells,
            Lines(districts - 1),
            [
                .. tables.Measures.Select(measure => measure with
                {
                    Cells = [.. measure.Cells.Take(cells).Select((counts, cell) => cell < Groups ? Less(counts, measure.Cells[cells + cell]) : counts)],
                }),
            ]);
    }

    private static CountCell Less(CountCell one, CountCell other) => new(one.Students - other.Students, one.Outcomes - other.Outcomes);

    private static void Draw(Random random, CountCell[][] measures, int district, int students)
    {
        var rates = measures.Select(_ => .1 + (.8 * random.NextDouble())).ToArray();
        var tilt = s_dimensions.Select(dimension => dimension.Select(share => share * Math.Exp(.7 * Normal(random))).ToArray()).ToArray();
        Span<int> groups = stackalloc int[s_dimensions.Length + 1];
        for (var student = 0; student < students; student++)
        {
            var first = 1;
            for (var dimension = 0; dimension < s_dimensions.Length; dimension++)
            {
                groups[dimension] = first + Pick(random, tilt[dimension]);
                first += s_dimensions[dimension].Length;
            }

            groups[^1] = 0;
            for (var measure = 0; measure < measures.Length; measure++)
            {
                if (random.NextDouble() < .97)
                {
                    Count(measures[measure], groups, district, random.NextDouble() < rates[measure]);
                }
            }
        }
    }

    private static void Count(CountCell[] cells, Span<int> groups, int district, bool hasOutcome)
    {
        foreach (var group in groups)
        {
            foreach (var organisation in (ReadOnlySpan<int>)[0, district])
            {
                ref var cell = ref cells[(organisation * Groups) + group];
                cell = new CountCell(cell.Students + 1, cell.Outcomes + (hasOutcome ? 1 : 0));
            }
        }
    }

    private static List<AdditiveLine> Lines(int districts)
    {
        var lines = new List<AdditiveLine>();
        for (var organisation = 0; organisation <= districts; organisation++)
        {
            var first = 1;
            foreach (var dimension in s_dimensions)
            {
                var start = (organisation * Groups) + first;
                lines.Add(new AdditiveLine(organisation * Groups, [.. Enumerable.Range(start, dimension.Length)]));
                first += dimension.Length;
            }
        }

        for (var group = 0; group < Groups && districts > 0; group++)
        {
            lines.Add(new AdditiveLine(group, [.. Enumerable.Range(1, districts).Select(district => (district * Groups) + group)]));
        }

        return lines;
    }

    private static int Pick(Random random, double[] weights)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
