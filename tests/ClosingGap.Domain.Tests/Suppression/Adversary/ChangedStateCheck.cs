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
            var attack = new ExactAttack(state.Both.Lines, cells, known: AttackModel.Truth(truth, null));
            Figures.Hold(attack.IsPossible && attack.AgreesWithKnown, Broken("truth", measure, 0));
            var open = Open(then, state.PlacesThen, measure).Concat(Open(now, state.PlacesNow, measure)).Concat(Told(state, then, measure)).ToHashSet();
            for (var cell = 0; cell < cells.Count && attack.IsPossible; cell++)
            {
                Ask(attack, cells[cell], truth[cell], measure, cell, open.Contains(cell));
            }

            Figures.Nodes += attack.Nodes;
            Count(state, now, measure);
        }
    }

    private void Ask(ExactAttack attack, PublishedCell cell, CountCell truth, int measure, int at, bool isOpen)
    {
        if (cell.Students.Status == ValueStatus.Suppressed && truth.Students > 0 && !isOpen)
        {
            Figures.Ask(attack.Spans(at, Quantity.Students, rules.MinimumStudents), Broken("P1 students", measure, at));
            Figures.Ask(attack.Spans(at, Quantity.Outcomes, rules.OutcomeWidth), Broken("P2 outcomes", measure, at));
            Figures.Ask(attack.Spans(at, Quantity.NonOutcomes, rules.OutcomeWidth), Broken("P2 non-outcomes", measure, at));
        }

        if (cell.Percent.Status == ValueStatus.Range && ShownPercent.Of(cell.Percent, false) is { } percent)
        {
            var own = percent.Most(truth.Students) - percent.Least(truth.Students);
            Figures.Compare(attack.Spans(at, Quantity.Outcomes, Math.Min(rules.OutcomeWidth, own)), Broken("P3 range", measure, at));
        }
    }

    /// <summary>Cells of organisations that are others now into which nobody came and from which nobody went: what was told of them then is told for ever.</summary>
    private static IEnumerable<int> Told(ChangedState state, SuppressedTables then, int measure)
    {
        var told = state.Earlier(then.Measures).Measures[measure];
        return Enumerable.Range(0, state.PlacesNow.Length)
            .Where(cell => told.Cells[cell] == state.Now.Measures[measure].Cells[cell] && told.Published[cell] is { Students.Status: not ValueStatus.Suppressed })
            .Select(cell => state.PlacesNow[cell]);
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
