using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Reads three releases together, of which each was protected with every one before it, two at a time. The attacker has every published value and every line of
/// all three, and knows of both times how many students came (or left) and that nobody else did. The outcome of none of them may be told; how often what all
/// three hide is narrowed is counted, as these numbers are more than the promises speak of.
/// </summary>
internal sealed class ThreeReleaseCheck(int seed, TableShape shape, SuppressionRules rules, AttackOptions options, AttackFigures figures)
{
    /// <summary>What is asked of who came or left between two of the three.</summary>
    public const string Joined = "three releases: outcome of who came or left";

    /// <param name="tables">The true counts, the oldest first.</param>
    /// <param name="published">What was released of them.</param>
    /// <param name="changes">What happened before the second and before the third, and of every measure to how many judged students.</param>
    public void Check(
        IReadOnlyList<CountTables> tables, IReadOnlyList<IReadOnlyList<PublishedMeasure>> published, IReadOnlyList<(RosterChange Change, IReadOnlyList<int> Students)> changes)
    {
        for (var measure = 0; measure < tables[0].Measures.Count; measure++)
        {
            var cells = published.Select(release => release[measure].Cells).ToArray();
            var truth = tables.Select(table => table.Measures[measure].Cells).ToArray();
            var first = new EarlierKnowledge([.. cells[0]]) { Roster = Known(changes[0], measure) };
            var second = new EarlierKnowledge([.. cells[1]]) { Roster = Known(changes[1], measure), Before = first };
            var known = AttackModel.Truth(truth[2], [.. truth[1].Select(c => (CountCell?)c)], before: [.. truth[0].Select(c => (CountCell?)c)]);
            var attack = new ExactAttack(tables[2].Lines, cells[2], second, options, known);
            figures.Hold(attack.IsPossible && attack.AgreesWithKnown, Broken("truth of three releases", measure, 0));
            for (var cell = 0; attack.IsPossible && cell < truth[2].Count; cell++)
            {
                Joiner(attack, cells[1][cell], cells[2][cell], Quantity.Added, measure, cell);
                Joiner(attack, cells[0][cell], cells[1][cell], Quantity.AddedBefore, measure, cell);
                Joiner(attack, cells[0][cell], cells[2][cell], Quantity.AddedInAll, measure, cell);
                Hidden(attack, [.. cells.Select(release => release[cell])], truth[1][cell], truth[2][cell], measure, cell);
            }

            figures.Nodes += attack.Nodes;
        }
    }

    /// <summary>How many came or left is known of each time; how many turned an outcome while nobody came or left is not.</summary>
    private (RosterChange Change, int Students) Known((RosterChange Change, IReadOnlyList<int> Students) change, int measure) =>
        (change.Change, change.Change == RosterChange.Changed ? (int)options.MostStudents : change.Students[measure]);

    private void Joiner(ExactAttack attack, PublishedCell before, PublishedCell after, Quantity quantity, int measure, int cell)
    {
        var moved = Math.Abs((after.Students.Value - before.Students.Value) ?? 0);
        if (moved > 0 && moved < rules.MinimumStudents && before.Percent.IsShown && after.Percent.IsShown)
        {
            figures.Ask(attack.Spans(cell, quantity, 1), Broken(Joined, measure, cell));
        }
    }

    /// <summary>What all three hide is asked of the third; what the first two hide of the second: is it as hidden there as was promised then?</summary>
    private void Hidden(ExactAttack attack, IReadOnlyList<PublishedCell> releases, CountCell then, CountCell now, int measure, int cell)
    {
        if (releases.Take(2).Any(release => release.Students.Status != ValueStatus.Suppressed))
        {
            return;
        }

        if (then.Students > 0)
        {
            Compare(Quantity.EarlierStudents, Quantity.EarlierOutcomes, Quantity.EarlierNonOutcomes, " of the second");
        }

        if (now.Students > 0 && releases[2].Students.Status == ValueStatus.Suppressed)
        {
            Compare(Quantity.Students, Quantity.Outcomes, Quantity.NonOutcomes, "");
        }

        void Compare(Quantity students, Quantity outcomes, Quantity nonOutcomes, string of)
        {
            figures.Compare(attack.Spans(cell, students, rules.MinimumStudents), Broken($"three releases: students{of}", measure, cell));
            figures.Compare(attack.Spans(cell, outcomes, rules.OutcomeWidth), Broken($"three releases: outcomes{of}", measure, cell));
            figures.Compare(attack.Spans(cell, nonOutcomes, rules.OutcomeWidth), Broken($"three releases: non-outcomes{of}", measure, cell));
        }
    }

    private BrokenPromise Broken(string promise, int measure, int cell) => new BrokenPromise(seed, shape, promise, $"measure-{measure + 1}", cell);
}
