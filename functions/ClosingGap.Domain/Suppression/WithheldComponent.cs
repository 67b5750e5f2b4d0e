namespace ClosingGap.Domain.Suppression;

/// <summary>An alert: cells that were withheld together, as the protection of some of them could not be shown. It names cells, not what they hold.</summary>
/// <param name="Measure">The measure in which the attack came too near.</param>
/// <param name="Cells">Indices of the cells, ascending. All of them are suppressed in all measures.</param>
/// <param name="Unproven">Those among them for which it still cannot be shown, ascending; empty when withholding helped.</param>
public sealed record WithheldComponent(string Measure, IReadOnlyList<int> Cells, IReadOnlyList<int> Unproven);
