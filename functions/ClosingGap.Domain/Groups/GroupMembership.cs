namespace ClosingGap.Domain.Groups;

/// <summary>One group a student belongs to.</summary>
/// <param name="Dimension">By what is compared, e.g. <c>race</c>.</param>
/// <param name="Value">The group, e.g. <c>HispanicOrLatino</c>.</param>
public readonly record struct GroupMembership(string Dimension, string Value)
{
    /// <summary>The stable key, e.g. <c>race:HispanicOrLatino</c>, <c>economicDisadvantage:yes</c>, <c>grade:09</c>.</summary>
    public string Key => string.Concat(Dimension, ":", Value);
}
