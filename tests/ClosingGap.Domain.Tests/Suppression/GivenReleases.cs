using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>Releases for tests.</summary>
internal static class GivenReleases
{
    /// <summary>What was released of tables, for a later one of the same cells.</summary>
    public static EarlierRelease Of(CountTables tables, IReadOnlyList<PublishedMeasure> published) => new([.. tables.Measures.Zip(
        published, (table, told) => new EarlierMeasure(table.Measure, [.. table.Cells.Select(cell => (CountCell?)cell)], [.. told.Cells]))]);
}
