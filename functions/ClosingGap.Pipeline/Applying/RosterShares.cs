namespace ClosingGap.Pipeline.Applying;

/// <summary>What a drop leaves of a source's people and places, as of the day of the drop.</summary>
/// <param name="ActiveStudents">Students with a membership that has not ended.</param>
/// <param name="Students">All students.</param>
/// <param name="ActiveEnrollments">Enrollments in classes that have not ended.</param>
/// <param name="LmsStudents">Students of an LMS.</param>
public sealed record RosterShares(Share ActiveStudents, Share Students, Share ActiveEnrollments, Share LmsStudents)
{
    /// <summary>Nothing.</summary>
    public static RosterShares None { get; } = new(Share.None, Share.None, Share.None, Share.None);

    /// <summary>Of two shards.</summary>
    public static RosterShares operator +(RosterShares one, RosterShares other) => new(
        one.ActiveStudents + other.ActiveStudents,
        one.Students + other.Students,
        one.ActiveEnrollments + other.ActiveEnrollments,
        one.LmsStudents + other.LmsStudents);
}
