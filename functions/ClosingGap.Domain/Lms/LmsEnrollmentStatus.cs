namespace ClosingGap.Domain.Lms;

/// <summary>A student's standing in a section of the LMS.</summary>
public enum LmsEnrollmentStatus
{
    /// <summary>Any other word.</summary>
    Other = 0,
    Active = 1,

    /// <summary>The section is over, the work in it counts.</summary>
    Completed = 2,
    Inactive = 3,
    Invited = 4,
}
