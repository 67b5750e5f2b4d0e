using ClosingGap.Domain.Statistics;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>A difference of two shares with Newcombe's 95 % interval.</summary>
/// <param name="Difference">All others less the subgroup, −1 to 1, to four digits.</param>
/// <param name="Low">The interval's lower limit.</param>
/// <param name="High">Its upper limit.</param>
public sealed record ReportedGap(double Difference, double Low, double High)
{
    internal static ReportedGap? From(Interval? gap) =>
        gap is { } known ? new(ReportedRate.Round(known.Estimate), ReportedRate.Round(known.Low), ReportedRate.Round(known.High)) : null;
}
