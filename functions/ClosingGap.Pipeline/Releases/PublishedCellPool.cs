using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Holds equal published cells once: the releases of two years repeat a few thousand of them some million times.</summary>
internal sealed class PublishedCellPool
{
    private readonly HashSet<PublishedCell> _cells = [];

    /// <summary>The cell itself, or an equal one that was there before.</summary>
    public PublishedCell Of(PublishedCell cell)
    {
        if (_cells.TryGetValue(cell, out var held))
        {
            return held;
        }

        _cells.Add(cell);
        return cell;
    }
}
