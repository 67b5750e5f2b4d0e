using ClosingGap.Domain.Statistics;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>A share with Wilson's 95 % interval.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Share">0 to 1, to four digits.</param>
/// <param name="Low">The interval's lower limit.</param>
/// <param name="High">Its upper limit.</param>
public sealed record ReportedRate(long Count, long Of, double Share, double Low, double High)
{
    private const int Digits = 4;

    internal static ReportedRate? From(Rate? rate) => rate?.Wilson() is { } interval
        ? new(rate.Value.Count, rate.Value.Of, Round(interval.Estimate), Round(interval.Low), Round(interval.High))
        : null;

    internal static double Round(double value) => Math.Round(value, Digits, MidpointRounding.ToEven);
}
