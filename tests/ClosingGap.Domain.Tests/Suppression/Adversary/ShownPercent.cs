using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>The true percents that a shown percent leaves, in tenths of a percent, and the outcomes that follow. Counted apart from the product's own.</summary>
internal readonly record struct ShownPercent(long LowTenths, long HighTenths, bool HighIsOpen)
{
    private const long All = 1000;

    /// <summary>Null: the percent says nothing.</summary>
    public static ShownPercent? Of(PublishedValue percent, bool knowsRounding)
    {
        var (low, high) = percent.Status switch
        {
            ValueStatus.Exact => (percent.Value, percent.Value),
            ValueStatus.Range => (percent.Low, percent.High),
            _ => (null, null)
        };
        if (low is null || high is null)
        {
            return null;
        }

        var (lowTenths, highTenths) = (Math.Max(0, Tenths(low.Value) - 5), Tenths(high.Value) + 5);
        return new ShownPercent(lowTenths, Math.Min(All, highTenths), knowsRounding && highTenths <= All);
    }

    public long Least(long students) => ((LowTenths * students) + All - 1) / All;

    public long Most(long students)
    {
        var most = HighTenths * students / All;
        return HighIsOpen && HighTenths * students % All == 0 && most > 0 ? most - 1 : most;
    }

    private static long Tenths(decimal percent) =>
        decimal.Truncate(percent * 10) == percent * 10 ? (long)(percent * 10) : throw new ArgumentOutOfRangeException(nameof(percent), "A percent has one decimal at most.");
}
