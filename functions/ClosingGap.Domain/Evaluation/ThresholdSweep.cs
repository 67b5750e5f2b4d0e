namespace ClosingGap.Domain.Evaluation;

/// <summary>
/// What other thresholds would have caught: e.g. absence of 8, 10 and 12 %. A student is flagged whose value is the threshold or above it.
/// Where a low value is the warning, give the complement: days absent, not days present.
/// </summary>
public static class ThresholdSweep
{
    /// <summary>The counts at each threshold. The students are sorted once and passed once, from the highest value down, for all thresholds together.</summary>
    /// <param name="students">Each student once. Those for whom the rule is not are left out.</param>
    /// <param name="thresholds">The candidates, in any order; one may stand twice.</param>
    /// <returns>One for each threshold, in the order given.</returns>
    public static IReadOnlyList<ThresholdCounts> Of(IEnumerable<SweepStudent> students, IReadOnlyList<Fraction> thresholds)
    {
        ArgumentNullException.ThrowIfNull(students);
        ArgumentNullException.ThrowIfNull(thresholds);
        var (measured, below) = Split(students);
        measured.Sort(static (one, other) => Fraction.Compare(other.Value, one.Value));
        int[] highestFirst = [.. Enumerable.Range(0, thresholds.Count)];
        Array.Sort(highestFirst, (one, other) => Fraction.Compare(thresholds[other], thresholds[one]));

        var results = new ThresholdCounts[thresholds.Count];
        var above = default(ConfusionCounts);
        var next = 0;
        foreach (var index in highestFirst)
        {
            for (; next < measured.Count && Fraction.Compare(measured[next].Value, thresholds[index]) >= 0; next++)
            {
                var outcome = measured[next].Outcome;
                above = above.Merge(ConfusionCounts.Of(isFlagged: true, outcome));
                below = below.Without(ConfusionCounts.Of(isFlagged: false, outcome));
            }

            results[index] = new ThresholdCounts(thresholds[index], above.Merge(below));
        }

        return results;
    }

    /// <summary>The counts of two sets of students at the same thresholds, given in the same order.</summary>
    /// <exception cref="ArgumentException">The thresholds are not the same.</exception>
    public static IReadOnlyList<ThresholdCounts> Merge(IReadOnlyList<ThresholdCounts> one, IReadOnlyList<ThresholdCounts> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Select(counts => counts.Threshold).SequenceEqual(other.Select(counts => counts.Threshold))
            ? [.. one.Zip(other, (first, second) => first with { Counts = first.Counts.Merge(second.Counts) })]
            : throw new ArgumentException("The thresholds are not the same. Merge what was swept by one list.", nameof(other));
    }

    /// <summary>The measured students, and the counts of a threshold that none of them reaches.</summary>
    private static (List<(Fraction Value, OutcomeClass Outcome)> Measured, ConfusionCounts Counts) Split(IEnumerable<SweepStudent> students)
    {
        var measured = new List<(Fraction, OutcomeClass)>();
        var counts = default(ConfusionCounts);
        foreach (var student in students)
        {
            if (student.Value is { } value)
            {
                measured.Add((value, student.Outcome));
                counts = counts.Merge(ConfusionCounts.Of(isFlagged: false, student.Outcome));
            }
            else
            {
                counts = counts.Merge(new ConfusionCounts { NotEnoughData = 1 });
            }
        }

        return (measured, counts);
    }
}
