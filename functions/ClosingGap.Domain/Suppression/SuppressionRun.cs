using ClosingGap.Domain.Suppression.Earlier;
using ClosingGap.Domain.Suppression.Marking;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression;

/// <summary>One run over one set of tables: marks, attacks, marks more, and withholds what remains.</summary>
internal sealed class SuppressionRun
{
    private readonly CountTables _tables;
    private readonly SuppressionRules _rules;
    private readonly List<DifferenceAttack> _differences = [];
    private readonly SuppressionPattern _pattern;
    private readonly ComplementarySuppression _complementary;
    private readonly RangeCoarsening _coarsening;
    private readonly Escalation _escalation;
    private readonly CycleSearch _cycles;
    private readonly MeasureAttack[] _attacks;
    private readonly Withholding _withholding;
    private readonly Dictionary<Failure, int> _answers = [];
    private readonly HashSet<Failure> _soughtAtLast = [];

    public SuppressionRun(CountTables tables, SuppressionRules rules, IReadOnlyList<EarlierRelease> earlier)
    {
        (_tables, _rules) = (tables, rules);
        var joint = JointTables.Of(tables, earlier, rules);
        var lines = new LineIndex(joint.Tables, tables.Lines.Count);
        _pattern = new SuppressionPattern(joint, lines, rules);
        _complementary = new ComplementarySuppression(joint.Tables, _pattern, rules);
        var companions = new CompanionSearch(joint.Tables, _pattern, rules);
        _coarsening = new RangeCoarsening(joint.Tables, _pattern, companions, rules);
        _escalation = new Escalation(_pattern, companions, rules);
        _cycles = new CycleSearch(lines, rules.CycleVisits);
        _attacks = [.. joint.Tables.Measures.Select((table, measure) => new MeasureAttack(_pattern, [.. table.Cells], measure, rules, _cycles))];
        _withholding = new Withholding(_pattern, tables, failure => earlier.Count > 0 && _attacks[failure.Measure].IsProvenAlone(failure.Cell, _cycles));

        // Who came or went in one cell is sought in the lines of now alone: those of then hold for the tables of then.
        var own = joint.Tables == tables ? lines : new LineIndex(tables);
        var cycles = joint.Tables == tables ? _cycles : new CycleSearch(own, rules.CycleVisits);
        for (var measure = 0; measure < tables.Measures.Count; measure++)
        {
            var table = tables.Measures[measure];
            CountCell[] cells = [.. table.Cells];
            foreach (var told in joint.Earlier.SelectMany(release => release.Measures).Where(told => told.Measure == table.Measure))
            {
                _differences.Add(new DifferenceAttack(told, _pattern, own, cells, measure, rules, cycles));
            }
        }
    }

    public SuppressedTables Protect(CancellationToken cancellationToken)
    {
        Close();
        var failures = Attack(cancellationToken);
        var rounds = 1;
        while (failures.Count > 0 && Answer(failures))
        {
            Close();
            failures = Attack(cancellationToken);
            rounds++;
        }

        return Results(failures, rounds);
    }

    /// <summary>Suppresses more beside what failed; withholds what failed as often as it may. False when nothing is left to do.</summary>
    private bool Answer(List<Failure> failures)
    {
        foreach (var failure in failures)
        {
            _answers[failure] = _answers.GetValueOrDefault(failure) + 1;
        }

        var late = failures.Where(failure => _answers[failure] > _rules.VerificationRounds).ToList();
        var early = failures.Except(late).ToList();
        var changed = SeekAtLast(late) | _escalation.Answer(early) | _withholding.Widen(late);
        return changed || SeekAtLast(early) || _withholding.Widen(early);
    }

    /// <summary>Seeks further for what would be withheld, once for each, and takes away what is shown to be protected. True when it was so for any.</summary>
    private bool SeekAtLast(List<Failure> failures) => failures.RemoveAll(
        failure => !failure.IsDifference && _soughtAtLast.Add(failure) && _attacks[failure.Measure].Verifier.ProveAtLast(failure.Cell)) > 0;

    private void Close()
    {
        do
        {
            _complementary.Close();
        }
        while (_coarsening.Close());
    }

    private List<Failure> Attack(CancellationToken cancellationToken)
    {
        var failures = new List<Failure>();
        foreach (var attack in _attacks)
        {
            attack.Run(failures, cancellationToken);
        }

        foreach (var attack in _differences)
        {
            attack.Run(failures, cancellationToken);
        }

        return failures;
    }

    private SuppressedTables Results(List<Failure> unproven, int rounds)
    {
        var measures = _tables.Measures
            .Select((table, measure) => new PublishedMeasure(table.Measure, [.. table.Cells.Select((_, cell) => _pattern.Publish(measure, cell))]))
            .ToList();
        var components = _withholding.Components(unproven);
        var withheld = components.SelectMany(component => component.Cells).ToHashSet();
        int Count(SuppressionReason reason) => Enumerable.Range(0, _tables.CellCount).Count(cell => _pattern.ReasonOf(cell) == reason && !withheld.Contains(cell));
        return new(measures, new(
            _tables.CellCount,
            Count(SuppressionReason.Primary),
            Count(SuppressionReason.Complementary),
            Count(SuppressionReason.Verification),
            withheld.Count,
            rounds,
            [.. measures.Select((measure, index) => Report(measure, index, unproven))],
            components)
        {
            UnprovenEarlier = unproven.Count(failure => _pattern.IsFixed(failure.Cell)),
        });
    }

    private MeasureReport Report(PublishedMeasure measure, int index, List<Failure> unproven)
    {
        int Count(ValueStatus status) => measure.Cells.Count(cell => cell.Percent.Status == status);
        return new(
            measure.Measure,
            Count(ValueStatus.Exact),
            Count(ValueStatus.Range),
            Count(ValueStatus.Suppressed),
            Count(ValueStatus.NotApplicable),
            Enumerable.Range(0, _tables.CellCount).Count(cell => !_pattern.IsSuppressed(cell) && _pattern.Coarser(index, cell) > 0),
            unproven.Count(failure => failure.Measure == index));
    }
}
