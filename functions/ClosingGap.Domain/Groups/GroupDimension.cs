namespace ClosingGap.Domain.Groups;

/// <summary>One way of dividing students into groups.</summary>
/// <param name="Name">Its stable name, e.g. <c>race</c>, <c>race+sex</c>.</param>
/// <param name="IsPartition">True when every student is in exactly one of its groups, so that its groups add up to all students.</param>
/// <param name="Reference">The group with which the others are compared unless the district's profile names another; null: none.</param>
public sealed record GroupDimension(string Name, bool IsPartition, string? Reference);
