namespace ClosingGap.Domain.Suppression;

/// <summary>What became of one measure, in numbers of cells. They add up to the cells in all.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Exact">Cells whose percent is a whole percent.</param>
/// <param name="Range">Cells whose percent is a range.</param>
/// <param name="Suppressed">Cells of which nothing is told.</param>
/// <param name="NotApplicable">Cells in which nobody is judged.</param>
/// <param name="Coarsened">
/// Shown cells whose range is coarser than their size asks for: else a smaller cell beside them, or a student who came since an earlier release, could be told.
/// </param>
/// <param name="Unproven">
/// Suppressed cells and ranges whose protection could not be shown. They are in a withheld component; a person should look before they are published.
/// </param>
public sealed record MeasureReport(string Measure, int Exact, int Range, int Suppressed, int NotApplicable, int Coarsened, int Unproven);
