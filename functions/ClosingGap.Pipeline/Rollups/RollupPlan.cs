using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Releases;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>What the whole of a rollup shares; fixed by its first step.</summary>
/// <param name="Date">The day of the rollup.</param>
/// <param name="LateAfterDays">How old an as-of date may be before its district is late.</param>
/// <param name="Rules">How the figures are protected.</param>
/// <param name="Measures">What is counted: the state's milestones in force on that day, and the indicators.</param>
public sealed record RollupPlan(DateOnly Date, int LateAfterDays, ReleaseRules Rules, IReadOnlyList<ContributionMeasure> Measures);
