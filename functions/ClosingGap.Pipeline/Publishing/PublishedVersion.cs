namespace ClosingGap.Pipeline.Publishing;

/// <summary>The one switch of a district: which version readers see.</summary>
/// <param name="Version">The version.</param>
/// <param name="Abandoned">Versions below it that were given out and never published: a slot of such a version is not read.</param>
/// <param name="DropId">The drop that made it.</param>
/// <param name="AsOf">The as-of date of its verdicts.</param>
/// <param name="SchoolYear">The school year of its data (the ending year).</param>
/// <param name="PublishedAt">When it was switched.</param>
/// <param name="Epoch">The lane's epoch in which it was switched.</param>
public sealed record PublishedVersion(
    long Version,
    IReadOnlyList<VersionRange> Abandoned,
    string DropId,
    DateOnly AsOf,
    int SchoolYear,
    DateTimeOffset PublishedAt,
    long Epoch)
{
    /// <summary>True when what was written for that version is published.</summary>
    public bool Shows(long version) => version <= Version && !Abandoned.Any(range => range.From <= version && version <= range.To);

    /// <summary>The abandoned versions once a newer one is published: all that were given out between.</summary>
    public static IReadOnlyList<VersionRange> AbandonedBefore(PublishedVersion? current, long version)
    {
        var from = (current?.Version ?? 0) + 1;
        var abandoned = current?.Abandoned ?? [];
        return from >= version ? abandoned : [.. abandoned, new VersionRange(from, version - 1)];
    }
}
