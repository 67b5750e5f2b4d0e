namespace ClosingGap.Domain.Suppression;

/// <summary>One measure of an earlier release, cell by cell as now. A cell that it did not have is null in both lists.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Cells">The true counts of then; after those of now the <see cref="EarlierRelease.GoneCells"/>.</param>
/// <param name="Published">What was published of them.</param>
public sealed record EarlierMeasure(string Measure, IReadOnlyList<CountCell?> Cells, IReadOnlyList<PublishedCell?> Published);
