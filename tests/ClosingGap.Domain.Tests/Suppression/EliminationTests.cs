using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class EliminationTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_RandomRows_SolvesEachForAColumnThatStandsInNoOther()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            output.WriteLine($"seed {seed}");
            var (given, rows) = Random(seed);

            var (kept, basis) = Elimination.Of(rows, given[0].Length);

            Assert.Equal(kept.Length, basis.Distinct().Count());
            for (var i = 0; i < kept.Length; i++)
            {
                for (var j = 0; j < kept.Length; j++)
                {
                    Assert.Equal(i == j ? 1 : 0, rows[kept[j]][basis[i]], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Of_RandomRows_SaysTheSameAsWhatWasGiven()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            output.WriteLine($"seed {seed}");
            var (given, rows) = Random(seed);

            var (kept, basis) = Elimination.Of(rows, given[0].Length);

            // Whatever the columns outside the basis are, what follows for the basis satisfies every row that was given.
            var random = new Random(seed);
            var values = given[0].Select(_ => (double)random.Next(-5, 6)).ToArray();
            foreach (var column in basis)
            {
                values[column] = 0;
            }

            var solved = kept.Select(row => -Product(rows[row].ToArray(), values)).ToArray();
            for (var i = 0; i < basis.Length; i++)
            {
                values[basis[i]] = solved[i];
            }

            Assert.All(given, row => Assert.Equal(0, Product(row, values), 1e-6));
        }
    }

    /// <summary>Rows as lines make them, one of which follows from two others; with a length that is no multiple of what is subtracted at once.</summary>
    private static (double[][] Given, DenseRows Rows) Random(int seed)
    {
        var random = new Random(seed);
        var columns = 5 + random.Next(40);
        var given = Enumerable.Range(0, 3 + random.Next(15))
            .Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(4) == 0 ? (double)((2 * random.Next(2)) - 1) : 0).ToArray())
            .ToList();
        given.Add([.. given[0].Zip(given[1], (one, other) => one - other)]);
        var rows = new DenseRows();
        rows.Begin(columns);
        foreach (var row in given)
        {
            row.CopyTo(rows[rows.Add()]);
        }

        return ([.. given], rows);
    }

    private static double Product(double[] row, double[] values) => row.Zip(values, (factor, value) => factor * value).Sum();
}
