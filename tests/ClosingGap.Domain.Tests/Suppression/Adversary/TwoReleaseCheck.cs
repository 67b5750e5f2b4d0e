using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Holds two releases together to what is promised. The attacker has every published value of both and every line, and knows that exactly
/// so many students came and nobody else moved (or left, or turned an outcome). Who it was is not known, nor in which group. That number is
/// more than the promises of one release speak of: how often it narrows what both hide is counted, not held to none.
/// </summary>
internal sealed class TwoReleaseCheck(int seed, TableShape shape, SuppressionRules rules, AttackOptions options, AttackFigures figures)
{
    /// <summary>The promise to who came or left.</summary>
    public const string Joined = "two releases: outcome of who came or left";

    /// <param name="students">Of every measure, how many judged students came, left, or turned.</param>
    public void Check(
        CountTables before, IReadOnlyList<PublishedMeasure> publishedBefore, CountTables after, IReadOnlyList<PublishedMeasure> publishedAfter, RosterChange change, IReadOnlyList<int> students)
    {
        for (var measure = 0; measure < after.Measures.Count; measure++)
        {
            var (first, second) = (publishedBefore[measure].Cells, publishedAfter[measure].Cells);
            var truth = AttackModel.Truth(after.Measures[measure].Cells, [.. before.Measures[measure].Cells.Select(c => (CountCell?)c)]);
            var earlier = new EarlierKnowledge([.. first]) { Roster = (change, students[measure]) };
            var attack = new ExactAttack(after.Lines, second, earlier, options, truth);
            figures.Hold(attack.IsPossible && attack.AgreesWithKnown, Broken("truth of two releases", measure, 0));
            if (!attack.IsPossible)
            {
                continue;
            }

            for (var cell = 0; cell < after.CellCount; cell++)
            {
                Joiner(attack, first[cell], second[cell], measure, cell);
                Both(attack, first[cell], second[cell], after.Measures[measure].Cells[cell], measure, cell);
            }

            figures.Nodes += attack.Nodes;
            if (change != RosterChange.Changed)
            {
                Neighbour(before.Measures[measure].Cells, after, second, earlier, measure, truth);
            }
        }
    }

    /// <summary>An attacker who also knows who came or left, and so by how many every cell grew, and asks for the outcome.</summary>
    private void Neighbour(
        IReadOnlyList<CountCell> before, CountTables after, IReadOnlyList<PublishedCell> second, EarlierKnowledge earlier, int measure, long[] truth)
    {
        var moved = after.Measures[measure].Cells.Zip(before, (a, b) => a.Students - b.Students).ToArray();
        var attack = new ExactAttack(after.Lines, second, earlier with { Moved = moved }, options, truth);
        for (var cell = 0; cell < moved.Length; cell++)
        {
            if (moved[cell] != 0 && Math.Abs(moved[cell]) < rules.MinimumStudents)
            {
                figures.Ask(attack.Spans(cell, Quantity.Added, 1), Broken("two releases: outcome of somebody known to have moved", measure, cell));
            }
        }

        figures.Nodes += attack.Nodes;
    }

    /// <summary>Where both releases show the students and few came or left, their outcomes are not told.</summary>
    private void Joiner(ExactAttack attack, PublishedCell first, PublishedCell second, int measure, int cell)
    {
        var moved = Math.Abs((second.Students.Value - first.Students.Value) ?? 0);
        if (moved > 0 && moved < rules.MinimumStudents)
        {
            figures.Ask(attack.Spans(cell, Quantity.Added, 1), Broken(Joined, measure, cell));
        }
    }

    /// <summary>What is hidden in both releases, or is a range in both: as wide as it is promised for one?</summary>
    private void Both(ExactAttack attack, PublishedCell first, PublishedCell second, CountCell truth, int measure, int cell)
    {
        if (truth.Students > 0 && first.Students.Status == ValueStatus.Suppressed && second.Students.Status == ValueStatus.Suppressed)
        {
            figures.Compare(attack.Spans(cell, Quantity.Students, rules.MinimumStudents), Broken("two releases: students", measure, cell));
        }

        if (first.Percent.Status == ValueStatus.Suppressed && second.Percent.Status == ValueStatus.Suppressed && second.Students.Value != 0)
        {
            figures.Compare(attack.Spans(cell, Quantity.Outcomes, rules.OutcomeWidth), Broken("two releases: outcomes", measure, cell));
            figures.Compare(attack.Spans(cell, Quantity.NonOutcomes, rules.OutcomeWidth), Broken("two releases: non-outcomes", measure, cell));
        }

        if (first.Percent.Status == ValueStatus.Range && second.Percent.Status == ValueStatus.Range && ShownPercent.Of(second.Percent, options.KnowsRounding) is { } percent)
        {
            var own = percent.Most(truth.Students) - percent.Least(truth.Students);
            figures.Compare(attack.Spans(cell, Quantity.Outcomes, Math.Min(rules.OutcomeWidth, own)), Broken("two releases: range", measure, cell));
        }
    }

    private BrokenPromise Broken(string promise, int measure, int cell) => new BrokenPromise(seed, shape, promise, $"measure-{measure + 1}", cell);
}
