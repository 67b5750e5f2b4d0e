namespace ClosingGap.Domain.Lms;

/// <summary>A student's place in a section of the LMS.</summary>
/// <param name="SectionSourcedId">The section.</param>
/// <param name="Status">The standing there.</param>
/// <param name="LastActivity">When the student was last active there, or null.</param>
public readonly record struct LmsAssociation(string SectionSourcedId, LmsEnrollmentStatus Status, DateTime? LastActivity = null)
{
    /// <summary>Whether work in the section is expected of the student.</summary>
    public bool Counts => Status is LmsEnrollmentStatus.Active or LmsEnrollmentStatus.Completed;
}
