using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>A figure with its 95 % interval, to four digits.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public sealed record GapInterval(double Value, double Low, double High)
{
    private const int Digits = 4;

    internal static GapInterval? From(Interval? interval) =>
        interval is { } known && Published(known) is var (value, low, high) ? new(value, low, high) : null;

    /// <summary>The interval as it is told. Words rest on it, so that none contradicts the figures beside it.</summary>
    internal static Interval Published(Interval interval) => new(Round(interval.Estimate), Round(interval.Low), Round(interval.High));

    internal static double Round(double value) => Math.Round(value, Digits, MidpointRounding.ToEven);
}
