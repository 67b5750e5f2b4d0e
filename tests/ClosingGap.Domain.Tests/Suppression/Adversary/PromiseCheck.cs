using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Holds a published table to what is promised of it, by attacking every cell that is not shown exactly.</summary>
internal sealed class PromiseCheck(int seed, TableShape shape, SuppressionRules rules, AttackOptions options)
{
    public AttackFigures Figures { get; } = new() { Tables = 1 };

    /// <param name="withheld">Cells that are withheld because they cannot be protected: counted apart.</param>
    public void Check(CountTables tables, IReadOnlyList<PublishedMeasure> published, IReadOnlySet<int> withheld)
    {
        foreach (var (table, measure) in tables.Measures.Zip(published))
        {
            Assert.Equal(table.Measure, measure.Measure);
            var beside = options.KnowsSameStudents ? tables.Measures.Where(m => m != table && SameStudents(m, table)).ToList() : [];
            Check(tables.Lines, table, measure, beside, [.. published.Where(p => beside.Any(b => b.Measure == p.Measure))], withheld);
        }

        for (var cell = 0; cell < tables.CellCount; cell++)
        {
            var hidden = published.Count(m => m.Cells[cell].Students.Status == ValueStatus.Suppressed);
            Figures.Hold(hidden == 0 || hidden == published.Count, Broken("P5 one pattern", published[0].Measure, cell));
            if (tables.Measures.Any(m => m.Cells[cell].Students > 0 && m.Cells[cell].Students < rules.MinimumStudents))
            {
                continue;
            }

            foreach (var (table, measure) in tables.Measures.Zip(published).Where(p => p.First.Cells[cell].Students > 0))
            {
                Figures.Showable++;
                Figures.StudentsShown += measure.Cells[cell].Students.Status == ValueStatus.Exact ? 1 : 0;
                Figures.PercentsShown += measure.Cells[cell].Percent.Status is ValueStatus.Exact or ValueStatus.Range ? 1 : 0;
                Figures.Withheld += withheld.Contains(cell) ? 1 : 0;
            }
        }
    }

    private static bool SameStudents(MeasureTable one, MeasureTable other) => one.Cells.Select(c => c.Students).SequenceEqual(other.Cells.Select(c => c.Students));

    private void Check(
        IReadOnlyList<AdditiveLine> lines, MeasureTable table, PublishedMeasure measure, IReadOnlyList<MeasureTable> beside, IReadOnlyList<PublishedMeasure> publishedBeside, IReadOnlySet<int> withheld)
    {
        // A measure in which an empty cell is hidden misleads who takes hidden cells for not empty.
        var isNoneEmpty = !table.Cells.Zip(measure.Cells).Any(c => c.First.Students == 0 && c.Second.Students.Status == ValueStatus.Suppressed);
        var knowledge = options with { KnowsEmpty = options.KnowsEmpty && isNoneEmpty };
        var attack = new ExactAttack(lines, measure.Cells, options: knowledge, known: AttackModel.Truth(table.Cells, null, beside), beside: publishedBeside);
        Figures.Hold(attack.IsPossible && attack.AgreesWithKnown, Broken("truth", measure.Measure, 0));
        if (!attack.IsPossible)
        {
            return;
        }

        for (var cell = 0; cell < table.Cells.Count; cell++)
        {
            Shown(table.Cells[cell], measure.Cells[cell], measure.Measure, cell);
            Attacked(attack, table.Cells[cell], measure.Cells[cell], measure.Measure, cell, withheld.Contains(cell));
        }

        Figures.Nodes += attack.Nodes;
    }

    private void Shown(CountCell truth, PublishedCell cell, string measure, int at)
    {
        var isSmall = truth.Students > 0 && truth.Students < rules.MinimumStudents;
        var isHidden = cell is { Students.Status: ValueStatus.Suppressed, Percent.Status: ValueStatus.Suppressed };
        Figures.Hold(!isSmall || isHidden, Broken("P4 small cell", measure, at));
        var isFew = truth.Students > 0 && Math.Min(truth.Outcomes, truth.Students - truth.Outcomes) < rules.MinimumOutcomes;
        Figures.Hold(!isFew || isHidden, Broken("P4 few outcomes", measure, at));
        Figures.Hold(cell.Percent is not { Status: ValueStatus.Exact, Value: 0 or 100 }, Broken("P4 nobody or everybody", measure, at));
        Figures.Hold(
            cell.Students.Status == ValueStatus.Exact == (cell.Students.Value is not null) && (cell.Students.Status != ValueStatus.Suppressed || IsBlank(cell.Students)) && (cell.Percent.Status != ValueStatus.Suppressed || IsBlank(cell.Percent)),
            Broken("shape of values", measure, at));
        if (cell.Students is { Status: ValueStatus.Exact, Value: > 0 } && ShownPercent.Of(cell.Percent, options.KnowsRounding) is { } percent)
        {
            Figures.Hold(percent.Most(truth.Students) > 0 && percent.Least(truth.Students) < truth.Students, Broken("P4 nobody or everybody", measure, at));
        }
    }

    private static bool IsBlank(PublishedValue value) => value is { Value: null, Low: null, High: null };

    private void Attacked(ExactAttack attack, CountCell truth, PublishedCell cell, string measure, int at, bool isWithheld)
    {
        if (cell.Students.Status == ValueStatus.Suppressed && truth.Students > 0)
        {
            var answer = attack.Spans(at, Quantity.Students, rules.MinimumStudents);
            if (options.IsBeyondPromises)
            {
                Figures.Compare(answer, Broken("students, by more knowledge", measure, at));
            }
            else
            {
                Ask(answer, Broken("P1 students", measure, at), isWithheld);
            }
        }

        if (cell.Percent.Status == ValueStatus.Suppressed && cell.Students.Value != 0)
        {
            Ask(attack.Spans(at, Quantity.Outcomes, rules.OutcomeWidth), Broken("P2 outcomes", measure, at), isWithheld);
            Ask(attack.Spans(at, Quantity.NonOutcomes, rules.OutcomeWidth), Broken("P2 non-outcomes", measure, at), isWithheld);
        }

        if (cell.Percent.Status == ValueStatus.Range && ShownPercent.Of(cell.Percent, options.KnowsRounding) is { } percent)
        {
            var own = percent.Most(truth.Students) - percent.Least(truth.Students);
            Figures.Ask(attack.Spans(at, Quantity.Outcomes, Math.Min(rules.OutcomeWidth, own)), Broken("P3 range", measure, at));
        }
    }

    private void Ask(Decision answer, BrokenPromise otherwise, bool isWithheld)
    {
        if (isWithheld && answer != Decision.Yes)
        {
            Figures.WithheldNarrow++;
            return;
        }

        Figures.Ask(answer, otherwise);
    }

    private BrokenPromise Broken(string promise, string measure, int cell) => new BrokenPromise(seed, shape, promise, measure, cell);
}
