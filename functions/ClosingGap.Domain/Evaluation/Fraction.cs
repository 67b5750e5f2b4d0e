namespace ClosingGap.Domain.Evaluation;

/// <summary>A fraction of integers, e.g. 9 of 175 days, or a threshold of 1/10. An amount has the denominator 1.</summary>
public sealed record Fraction
{
    /// <summary>Makes a fraction.</summary>
    /// <param name="numerator">At least 0.</param>
    /// <param name="denominator">At least 1, in the numerator's unit where it is a share.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less.</exception>
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The part.</summary>
    public long Numerator { get; }

    /// <summary>The whole.</summary>
    public long Denominator { get; }

    /// <summary>
    /// The order by value: 1/10 and 2/20 are level, though not equal as records. Products are formed in 128 bits, so none overflows.
    /// </summary>
    public static int Compare(Fraction one, Fraction other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return ((Int128)one.Numerator * other.Denominator).CompareTo((Int128)other.Numerator * one.Denominator);
    }
}
