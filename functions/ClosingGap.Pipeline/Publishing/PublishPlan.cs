namespace ClosingGap.Pipeline.Publishing;

/// <summary>How many groups of schools there are to be written.</summary>
/// <param name="SchoolGroups">The number of groups.</param>
public sealed record PublishPlan(int SchoolGroups);
