using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>What is kept of the values of a set of students: whole sums, so that sets merge in any order to the same.</summary>
/// <param name="Count">Students measured.</param>
/// <param name="Sum">The sum of their values.</param>
/// <param name="Squares">The sum of the squares of their values.</param>
/// <param name="Any">Those whose value is above 0.</param>
public readonly record struct ValueCounts(long Count, long Sum, long Squares, long Any)
{
    /// <summary>Mean and squared deviations, from exact whole numbers: Σ(x − x̄)² = (n·Σx² − (Σx)²)/n.</summary>
    public Sample ToSample()
    {
        if (Count == 0)
        {
            return default;
        }

        var deviations = ((Int128)Count * Squares) - ((Int128)Sum * Sum);
        return new Sample(Count, (double)Sum / Count, (double)deviations / Count);
    }
}
