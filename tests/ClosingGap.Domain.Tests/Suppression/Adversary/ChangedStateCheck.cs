using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Holds two releases between which organisations came and went to what is promised: whatever is suppressed in both, or in the one that has it, stays as wide as
/// promised for one. Ranges of then cannot be taken back: how often one release narrows those of the other is counted, not held to none.
/// </summary>
internal sealed class ChangedStateCheck(int seed, TableShape shape, SuppressionRules rules)
{
    public AttackFigures Figures { get; } = new() { Tables = 1 };

    /// <param name="state">The tables.</param>
    /// <param name="then">What was published first.</param>
    /// <param name="now">What was published then, knowing the first.</param>
    public void Check(ChangedState state, SuppressedTables then, SuppressedTables now)
    {
        var merged = state.Merge(then.Measures, now.Measures);
        for (var measure = 0; measure < merged.Count; measure++)
        {
            var (cells, truth) = (merged[measure].Cells, state.Both.Measures[measure].Cells);
            // Bounds that creep up to a far end take minutes; that no cell has more than twice the students of the largest is knowledge that helps the reader.
            var options = new AttackOptions { MostStudents = 2 * Math.Max(1, truth.Max(counts => counts.Students)) };
            var attack = new ExactAttack(state.Both.Lines, cells, options: options, known: AttackModel.Truth(truth, null));
            Figures.Hold(attack.IsPossible && attack.AgreesWithKnown, Broken("truth", measure, 0));
            var open = Open(then, state.PlacesThen, measure).Concat(Open(now, state.PlacesNow, measure)).ToHashSet();
            if (now.Report.UnprovenEarlier > 0)
            {
                // Of what went some was reported: the report names no cells, so none of it is held to the promise.
                open.UnionWith(state.PlacesThen.Except(state.PlacesNow));
            }

            // A cell of now that the release of then tells by itself cannot be hidden any more.
            var before = state.Merge(then.Measures, [.. now.Measures.Select(one => one with { Cells = [.. one.Cells.Select(_ => PublishedCell.Suppressed)] })])[measure].Cells;
            var alone = new Lazy<ExactAttack>(() => new ExactAttack(state.Both.Lines, before, options: options, known: AttackModel.Truth(truth, null)));
            for (var cell = 0; cell < cells.Count && attack.IsPossible; cell++)
            {
                if (!open.Contains(cell))
                {
                    Ask(attack, alone, cells[cell], truth[cell], measure, cell);
                }
            }

            Figures.Nodes += attack.Nodes;
            Count(state, now, measure);
        }
    }

    private void Ask(ExactAttack attack, Lazy<ExactAttack> alone, PublishedCell cell, CountCell truth, int measure, int at)
    {
        if (cell.Students.Status == ValueStatus.Suppressed && truth.Students > 0)
        {
            Ask(Quantity.Students, rules.MinimumStudents, "P1 students");
            Ask(Quantity.Outcomes, rules.OutcomeWidth, "P2 outcomes");
            Ask(Quantity.NonOutcomes, rules.OutcomeWidth, "P2 non-outcomes");
        }

        if (cell.Percent.Status == ValueStatus.Range && ShownPercent.Of(cell.Percent, false) is { } percent)
        {
            var own = percent.Most(truth.Students) - percent.Least(truth.Students);
            Figures.Compare(attack.Spans(at, Quantity.Outcomes, Math.Min(rules.OutcomeWidth, own)), Broken("P3 range", measure, at));
        }

        void Ask(Quantity quantity, long width, string promise)
        {
            var answer = attack.Spans(at, quantity, width);
            if (answer == Decision.No && alone.Value.Spans(at, quantity, width) == Decision.No)
            {
                Figures.Compare(answer, Broken("told then already: " + promise, measure, at));
                return;
            }

            Figures.Ask(answer, Broken(promise, measure, at));
        }
    }

    private static IEnumerable<int> Open(SuppressedTables result, int[] places, int measure) => result.Report.WithheldComponents
        .Where(component => component.Measure == result.Measures[measure].Measure)
        .SelectMany(component => component.Unproven)
        .Select(cell => places[cell]);

    private void Count(ChangedState state, SuppressedTables now, int measure)
    {
        var withheld = now.Report.WithheldComponents.SelectMany(component => component.Cells).ToHashSet();
        for (var cell = 0; cell < state.Now.CellCount; cell++)
        {
            if (state.Now.Measures.All(table => table.Cells[cell].Students == 0 || table.Cells[cell].Students >= rules.MinimumStudents) && state.Now.Measures[measure].Cells[cell].Students > 0)
            {
                var published = now.Measures[measure].Cells[cell];
                Figures.Showable++;
                Figures.StudentsShown += published.Students.Status == ValueStatus.Exact ? 1 : 0;
                Figures.PercentsShown += published.Percent.IsShown ? 1 : 0;
                Figures.Withheld += withheld.Contains(cell) ? 1 : 0;
            }
        }
    }

    private BrokenPromise Broken(string promise, int measure, int cell) => new BrokenPromise(seed, shape, promise, $"measure-{measure + 1}", cell);
}
