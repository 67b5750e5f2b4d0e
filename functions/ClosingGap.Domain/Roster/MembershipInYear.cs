namespace ClosingGap.Domain.Roster;

/// <summary>The part of a membership that lies in the school year and not after the as-of date; both days included.</summary>
/// <param name="Membership">The membership.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day.</param>
public readonly record struct MembershipInYear(SchoolMembership Membership, DateOnly From, DateOnly Through);
