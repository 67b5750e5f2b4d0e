namespace ClosingGap.Domain.Groups;

/// <summary>When a student belongs to the group of a program: figures by the two rules do not compare, so that the rule is told with them.</summary>
public enum MembershipRule
{
    /// <summary>Who is in the program on the as-of date.</summary>
    AsOf = 0,

    /// <summary>Who was in it on any day of the school year up to the as-of date.</summary>
    AnyTime = 1,
}
