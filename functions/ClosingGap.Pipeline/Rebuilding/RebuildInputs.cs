using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;

namespace ClosingGap.Pipeline.Rebuilding;

/// <summary>Which drops a rebuild applies. Pure.</summary>
internal static class RebuildInputs
{
    /// <summary>
    /// A drop is needless when a later complete one holds all that it holds, and the history of enrollments does not need it: it changed no
    /// enrollment, or nothing had vanished before the drop that follows it.
    /// </summary>
    /// <param name="published">The published drops in the order in which they were published.</param>
    /// <param name="most">So many are chosen for the history's sake; of more, the oldest are left out, and the history begins later.</param>
    public static IReadOnlyList<string> Choose(IReadOnlyList<Drop> published, int most)
    {
        var historical = published.GroupBy(drop => drop.Source, StringComparer.Ordinal).SelectMany(Historical).ToHashSet(StringComparer.Ordinal);
        var newer = new List<LaneEntry>();
        foreach (var drop in published.Reverse())
        {
            var entry = drop.ToLaneEntry();
            if (!newer.Any(later => later.Supersedes(entry)) || (historical.Contains(drop.Id) && newer.Count < most))
            {
                newer.Add(entry);
            }
        }

        newer.Reverse();

        // The roster that a drop was joined to may be among those left out: what was joined comes after every roster.
        var joined = published.Where(drop => drop.Joins is not null && !drop.Tables.Contains("users")).Select(drop => drop.Id).ToHashSet(StringComparer.Ordinal);
        return [.. newer.Select(entry => entry.DropId).OrderBy(joined.Contains)];
    }

    /// <summary>The drops of a source from the one on which the first vanishing stands, as far as they changed enrollments.</summary>
    private static IEnumerable<string> Historical(IEnumerable<Drop> drops)
    {
        var ofSource = drops.ToList();
        var first = ofSource.FindIndex(drop => Roster(drop).Any(change => change.Removed > 0 || change.Changed > 0));
        return ofSource.Where((drop, index) => first >= 0
            && (index == first - 1 || (index >= first && Roster(drop).Any(change => change.Added > 0 || change.Removed > 0 || change.Changed > 0))))
            .Select(drop => drop.Id);
    }

    private static IEnumerable<DropTableChange> Roster(Drop drop) => drop.Changes.Where(change => RosterHistory.Of(change.Table) is not null);
}
