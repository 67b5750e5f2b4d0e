namespace ClosingGap.Pipeline.Lanes;

/// <summary>A drop that waits for its turn, or is held.</summary>
/// <param name="DropId">The drop.</param>
/// <param name="Source">Its source.</param>
/// <param name="LastModified">Its place in the order.</param>
/// <param name="AllBulk">True when every file is bulk.</param>
/// <param name="Tables">The tables it holds.</param>
public sealed record LaneEntry(string DropId, string Source, DateTimeOffset LastModified, bool AllBulk, IReadOnlyList<string> Tables)
{
    /// <summary>When its record was made: the order of drops that a store wrote within its second.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>True when this drop was written after the other; by id where neither time tells.</summary>
    public bool IsAfter(LaneEntry other)
    {
        var order = LastModified.CompareTo(other.LastModified);
        order = order != 0 ? order : ReceivedAt.CompareTo(other.ReceivedAt);
        return (order != 0 ? order : string.CompareOrdinal(DropId, other.DropId)) > 0;
    }

    /// <summary>
    /// True when this drop makes an older, unapplied one needless: every file of both is bulk, and this one has at least the same tables.
    /// A delta is never made needless, nor a drop of the same second: which of the two is newer cannot be known.
    /// </summary>
    public bool Supersedes(LaneEntry older) =>
        AllBulk && older.AllBulk && LastModified > older.LastModified
        && string.Equals(Source, older.Source, StringComparison.Ordinal)
        && older.Tables.All(table => Tables.Contains(table, StringComparer.Ordinal));
}
