namespace ClosingGap.Pipeline.Reading;

/// <summary>A group of a dimension.</summary>
/// <param name="Group">The group.</param>
/// <param name="Students">Students with a membership in the school year.</param>
/// <param name="Active">Of these, members on the as-of date.</param>
public sealed record GapGroup(string Group, long Students, long Active);
