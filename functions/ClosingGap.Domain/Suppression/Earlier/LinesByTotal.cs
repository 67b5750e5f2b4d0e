namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>Finds the line of now that says of a total what a line of then said of it.</summary>
internal sealed class LinesByTotal(IReadOnlyList<AdditiveLine> lines)
{
    private readonly ILookup<int, AdditiveLine> _lines = lines.ToLookup(line => line.Total);

    /// <summary>The line of the same total that shares a part with it: parts of different dimensions are different cells. Null when there is none.</summary>
    public AdditiveLine? Of(AdditiveLine then)
    {
        foreach (var line in _lines[then.Total])
        {
            if (line.Parts.Intersect(then.Parts).Any())
            {
                return line;
            }
        }

        return null;
    }
}
