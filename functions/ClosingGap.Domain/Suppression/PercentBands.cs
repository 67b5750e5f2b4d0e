namespace ClosingGap.Domain.Suppression;

/// <summary>The ranges of percent in which cells of a certain size are published. A band of one whole percent is published as that percent.</summary>
/// <param name="FromStudents">The smallest number of students for which they are used.</param>
/// <param name="Ends">The last whole percent of each band, ascending; the last is 100.</param>
public sealed record PercentBands(long FromStudents, IReadOnlyList<int> Ends)
{
    /// <summary>Bands of one whole percent each, but for the first (0 to <paramref name="edge"/>) and the last, as wide as the first.</summary>
    public static PercentBands WholePercents(long fromStudents, int edge) => new(fromStudents, [.. Enumerable.Range(edge, 100 - (2 * edge)), 100]);

    /// <summary>The band of a share, found by its whole percent, half away from zero. In whole numbers: nothing is lost at a boundary.</summary>
    /// <param name="cell">At least one student.</param>
    public PublishedValue Of(CountCell cell)
    {
        var percent = (int)(((200 * cell.Outcomes) + cell.Students) / (2 * cell.Students));
        var low = 0;
        foreach (var end in Ends)
        {
            if (percent <= end)
            {
                return low == end ? PublishedValue.Exact(end) : PublishedValue.Range(low, end);
            }

            low = end + 1;
        }

        throw new InvalidOperationException("The bands do not reach 100 percent. Check the rule set before use.");
    }
}
