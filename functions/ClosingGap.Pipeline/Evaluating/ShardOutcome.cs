using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Counts the students of a shard for one definition of the outcome.</summary>
internal sealed class ShardOutcome(OutcomeDefinition definition)
{
    private static readonly VerdictStatus[] s_flaggedFrom = [VerdictStatus.AtRisk, VerdictStatus.OffTrack];
    private readonly EvaluationTally _tally = new(definition);
    private readonly List<SweepStudent>[] _swept = [.. SweptIndicator.All.Select(_ => new List<SweepStudent>())];
    private long _students;
    private long _adverse;
    private long _notAdverse;

    /// <summary>Counts one student.</summary>
    /// <param name="result">What the rules said on that day.</param>
    /// <param name="outcomes">All that became of the student.</param>
    /// <param name="asOf">That day.</param>
    public void Add(StudentResult result, IReadOnlyList<Outcome> outcomes, DateOnly asOf)
    {
        var outcome = definition.Choose(outcomes, asOf);
        var kind = definition.ClassOf(outcome, asOf);
        _students++;
        _adverse += kind == OutcomeClass.Adverse ? 1 : 0;
        _notAdverse += kind == OutcomeClass.NotAdverse ? 1 : 0;
        _tally.Add(new EvaluatedStudent(
            result.SourcedId,
            [.. s_flaggedFrom.SelectMany(from => result.Verdicts.Select(verdict => Flag.Of(verdict, from)))],
            outcome,
            [.. result.Groups.Select(group => group.Key)]));
        for (var i = 0; i < _swept.Length; i++)
        {
            _swept[i].Add(SweptIndicator.All[i].Of(result, kind));
        }
    }

    /// <summary>The counts.</summary>
    public OutcomeCounts ToCounts() => new(
        definition.Id,
        _students,
        _adverse,
        _notAdverse,
        _tally.ToCounts(),
        [.. SweptIndicator.All.Select((swept, i) => new SweepCounts(swept.Indicator, ThresholdSweep.Of(_swept[i], swept.Thresholds)))]);
}
