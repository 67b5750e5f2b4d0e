namespace ClosingGap.Domain.Statistics;

/// <summary>Middle values.</summary>
internal static class Medians
{
    /// <summary>The median: the middle value, or the mean of the two middle ones. The values are sorted in place.</summary>
    public static double Of(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
