namespace ClosingGap.Domain.Suppression;

/// <summary>
/// Comparisons of two published cells. They are made of the published percents alone, so they cannot tell more than these do: not by their rounding, and
/// not of a cell that is suppressed.
/// </summary>
public static class PublishedGap
{
    /// <summary>
    /// True when a comparison of the two may be published at all: both tell their students and their percent. For comparisons that are not made of
    /// percents (a standardized mean difference, V) this is necessary, not sufficient: they also need a size that hides a student's part in a mean.
    /// </summary>
    public static bool IsPublishable(PublishedCell reference, PublishedCell focal)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(focal);
        return IsShown(reference) && IsShown(focal);
    }

    /// <summary>
    /// The rate gap reference less focal in percentage points. Exact when both percents are: their difference. Else the range of the differences of what the
    /// two may be.
    /// </summary>
    public static PublishedValue Of(PublishedCell reference, PublishedCell focal)
    {
        if (!IsPublishable(reference, focal))
        {
            return WhyNot(reference, focal);
        }

        var (first, second) = (reference.Percent, focal.Percent);
        return first.Value is { } one && second.Value is { } other
            ? PublishedValue.Exact(one - other)
            : PublishedValue.Range(Low(first) - High(second), High(first) - Low(second));
    }

    /// <summary>
    /// The risk ratio focal over reference, of the published percents, rounded to hundredths (half away from zero). Not applicable when the reference may be
    /// 0 percent.
    /// </summary>
    public static PublishedValue RiskRatio(PublishedCell reference, PublishedCell focal)
    {
        if (!IsPublishable(reference, focal))
        {
            return WhyNot(reference, focal);
        }

        var (first, second) = (reference.Percent, focal.Percent);
        if (Low(first) <= 0)
        {
            return PublishedValue.NotApplicable;
        }

        return first.Value is { } one && second.Value is { } other
            ? PublishedValue.Exact(Rounded(other / one))
            : PublishedValue.Range(Rounded(Low(second) / High(first)), Rounded(High(second) / Low(first)));
    }

    private static bool IsShown(PublishedCell cell) => cell.Students.Status == ValueStatus.Exact && cell.Percent.IsShown;

    private static PublishedValue WhyNot(PublishedCell reference, PublishedCell focal)
    {
        PublishedValue[] values = [reference.Students, reference.Percent, focal.Students, focal.Percent];
        if (values.Any(value => value.Status == ValueStatus.Suppressed))
        {
            return PublishedValue.Suppressed;
        }

        return values.Any(value => value.Status == ValueStatus.NotApplicable) ? PublishedValue.NotApplicable : PublishedValue.NotReported;
    }

    private static decimal Low(PublishedValue percent) => percent.Value ?? percent.Low!.Value;

    private static decimal High(PublishedValue percent) => percent.Value ?? percent.High!.Value;

    private static decimal Rounded(decimal ratio) => Math.Round(ratio, 2, MidpointRounding.AwayFromZero);
}
