namespace ClosingGap.Pipeline.Publishing;

/// <summary>The one switch of a district: which version readers see.</summary>
/// <param name="Version">The version.</param>
/// <param name="Abandoned">Versions at or below it that were given out and never published: a slot of such a version is not read.</param>
/// <param name="DropId">The drop that made it.</param>
/// <param name="AsOf">The as-of date of its verdicts.</param>
/// <param name="SchoolYear">The school year of its data (the ending year).</param>
/// <param name="PublishedAt">When it was switched.</param>
/// <param name="Epoch">The lane's epoch in which it was switched.</param>
public sealed record PublishedVersion(
    long Version,
    IReadOnlyList<long> Abandoned,
    string DropId,
    DateOnly AsOf,
    int SchoolYear,
    DateTimeOffset PublishedAt,
    long Epoch);
