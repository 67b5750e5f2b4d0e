namespace ClosingGap.Domain.Suppression;

/// <summary>What a published percent tells of the number of outcomes.</summary>
public static class OutcomeRange
{
    private const decimal Half = 0.5m;
    private const decimal OneHundredth = 0.01m;

    /// <summary>
    /// The outcomes that are possible: max(0, low − ½) ≤ 100 · outcomes ÷ students ≤ min(100, high + ½), where an exact percent is both low and high.
    /// Anything from nobody to everybody when the percent is not shown. Decimals are exact here.
    /// </summary>
    /// <param name="students">The number of students, 0 or more.</param>
    /// <param name="percent">The published percent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of students is negative.</exception>
    public static (long Least, long Most) Of(long students, PublishedValue percent)
    {
        var (low, high) = Bounds(students, percent);
        return low is null || high is null
            ? (0, students)
            : ((long)decimal.Ceiling(Count(students, low.Value)), (long)decimal.Floor(Count(students, high.Value)));
    }

    /// <summary>
    /// The same for a reader who also knows that a half is rounded up: below high + ½, not at it. This is never wider.
    /// </summary>
    internal static (long Least, long Most) Within(long students, PublishedValue percent)
    {
        var (least, most) = Of(students, percent);
        var (_, high) = Bounds(students, percent);
        var isTie = high < 100 && Count(students, high.Value) == most && most > least;
        return (least, isTie ? most - 1 : most);
    }

    /// <summary>By how many outcomes a cell may have more, and fewer, than it has, for such a reader who knows its students.</summary>
    internal static (int Up, int Down) Around(CountCell counts, PublishedValue percent)
    {
        var (least, most) = Within(counts.Students, percent);
        return (AtMost(Math.Max(0, most - counts.Outcomes)), AtMost(Math.Max(0, counts.Outcomes - least)));
    }

    /// <summary>A bound in the few bytes in which many are held. One that is cut leaves less possible, never more.</summary>
    internal static int AtMost(long bound) => (int)Math.Min(bound, int.MaxValue);

    private static (decimal? Low, decimal? High) Bounds(long students, PublishedValue percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(students);
        ArgumentNullException.ThrowIfNull(percent);
        return percent.Status switch
        {
            ValueStatus.Exact => (Math.Max(0, percent.Value!.Value - Half), Math.Min(100, percent.Value.Value + Half)),
            ValueStatus.Range => (Math.Max(0, percent.Low!.Value - Half), Math.Min(100, percent.High!.Value + Half)),
            _ => (null, null),
        };
    }

    private static decimal Count(long students, decimal percent) => students * percent * OneHundredth;
}
