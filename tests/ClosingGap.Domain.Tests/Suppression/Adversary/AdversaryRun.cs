using System.Globalization;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// One attack after the other on tables of their own seeds. CLOSINGGAP_ADVERSARY_TABLES: how many (default 1,000; at least 1).
/// CLOSINGGAP_ADVERSARY_CORES: how many at once (default 1). CLOSINGGAP_SEED: the seed of the first; the others follow.
/// </summary>
internal static class AdversaryRun
{
    /// <summary>The share of questions that may stay undecided.</summary>
    private const double MostUndecided = 0.01;

    /// <param name="share">One table of so many, for what takes longer.</param>
    public static AttackFigures Over(ITestOutputHelper output, Func<int, AttackFigures> attack, int share = 1)
    {
        var count = Math.Max(1, Setting("CLOSINGGAP_ADVERSARY_TABLES", 1000) / share);
        var seed = Setting("CLOSINGGAP_SEED", System.Random.Shared.Next(1 << 30));
        output.WriteLine($"CLOSINGGAP_SEED={seed}, {count} tables");
        var figures = new AttackFigures();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Setting("CLOSINGGAP_ADVERSARY_CORES", 1) }, number =>
        {
            var one = attack(seed + number);
            lock (figures)
            {
                figures.Add(one);
            }
        });
        output.WriteLine(figures.ToString());
        output.WriteLine(figures.TellLoss());
        return figures;
    }

    public static void AssertKept(AttackFigures figures)
    {
        Assert.True(figures.Broken.Count == 0, figures.TellBroken());
        Assert.True(figures.UndecidedShare <= MostUndecided, figures.ToString());
    }

    private static int Setting(string name, int otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? (int)(given % (1UL << 30)) : otherwise;
}
