namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The scores that a line item allows.</summary>
/// <param name="Min">The lowest score allowed, or null.</param>
/// <param name="Max">The highest score allowed, or null.</param>
internal sealed record ScoreRange(decimal? Min, decimal? Max)
{
    private const int MaxWholeDigits = 9;

    private readonly long _from = Whole(Min, decimal.Ceiling, long.MinValue);
    private readonly long _to = Whole(Max, decimal.Floor, long.MaxValue);

    /// <summary>False when the two bounds contradict each other, so that no score can be held to them.</summary>
    public bool IsSound { get; } = IsSoundBetween(Min, Max);

    /// <summary>False when two bounds contradict each other.</summary>
    public static bool IsSoundBetween(decimal? min, decimal? max) => min is null || max is null || min <= max;

    /// <summary>True when a score in its shortest form surely lies within, as its whole part tells; false when it must be looked at closer.</summary>
    public bool SurelyHolds(ReadOnlySpan<byte> score)
    {
        long whole = 0;
        for (var index = 0; index < score.Length; index++)
        {
            var digit = score[index] - '0';
            if (digit is < 0 or > 9 || index == MaxWholeDigits)
            {
                return score[index] == '.' && whole >= _from && whole < _to;
            }

            whole = (whole * 10) + digit;
        }

        return score.Length > 0 && whole >= _from && whole <= _to;
    }

    private static long Whole(decimal? bound, Func<decimal, decimal> round, long none) =>
        bound is { } value ? (long)Math.Clamp(round(value), -1e15m, 1e15m) : none;
}
