namespace ClosingGap.Domain.Roster;

/// <summary>A student's place in a class. A missing begin or end is taken from the class's terms, and stays open when they give none.</summary>
/// <param name="ClassSourcedId">The class.</param>
/// <param name="Begin">First day, or null.</param>
/// <param name="End">First day no longer in the class (exclusive), or null.</param>
public readonly record struct SectionMembership(string ClassSourcedId, DateOnly? Begin = null, DateOnly? End = null);
