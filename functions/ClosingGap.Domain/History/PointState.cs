using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.History;

/// <summary>All that is so at a point: what the points up to it told.</summary>
internal sealed class PointState
{
    private readonly Dictionary<string, long[]> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerdictStatus> _verdicts = new(StringComparer.Ordinal);

    public void Apply(HistoryPoint point)
    {
        foreach (var (indicator, numbers) in point.Facts)
        {
            _facts[indicator] = numbers;
        }

        foreach (var (milestone, status) in point.Verdicts)
        {
            _verdicts[milestone] = status;
        }
    }

    /// <summary>The status on a milestone; one that was never told is not enough data.</summary>
    public VerdictStatus StatusOf(string milestone) => _verdicts.GetValueOrDefault(milestone, VerdictStatus.NotEnoughData);

    /// <summary>The numerator and denominator of an indicator; empty or null where it is not measured.</summary>
    public long[]? NumbersOf(string indicator) => _facts.GetValueOrDefault(indicator);

    /// <summary>Adds the names of what is otherwise in another state.</summary>
    public void Differences(PointState other, SortedSet<string> indicators, SortedSet<string> milestones)
    {
        foreach (var indicator in _facts.Keys.Union(other._facts.Keys, StringComparer.Ordinal))
        {
            if (!(_facts.TryGetValue(indicator, out var one) && other._facts.TryGetValue(indicator, out var two) && one.AsSpan().SequenceEqual(two)))
            {
                indicators.Add(indicator);
            }
        }

        foreach (var milestone in _verdicts.Keys.Union(other._verdicts.Keys, StringComparer.Ordinal))
        {
            if (!(_verdicts.TryGetValue(milestone, out var one) && other._verdicts.TryGetValue(milestone, out var two) && one == two))
            {
                milestones.Add(milestone);
            }
        }
    }
}
