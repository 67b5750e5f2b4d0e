namespace ClosingGap.Pipeline.Contributing;

/// <summary>What is counted at the state: how many of those judged have an outcome.</summary>
/// <param name="Id"><c>milestone.{id}</c>, or one of <see cref="StateMeasures"/>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Version">The version of the definition.</param>
/// <param name="Definition">A hash of the definition: two districts count the same only when it is equal.</param>
public sealed record ContributionMeasure(string Id, string Title, int Version, string Definition);
