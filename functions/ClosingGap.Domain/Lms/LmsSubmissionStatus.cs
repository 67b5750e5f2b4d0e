namespace ClosingGap.Domain.Lms;

/// <summary>What the LMS says of a student's work on an assignment.</summary>
public enum LmsSubmissionStatus
{
    /// <summary>Any other word.</summary>
    Other = 0,
    NotSubmitted = 1,
    Submitted = 2,
    Late = 3,
    Missing = 4,
    Graded = 5,
    Excused = 6,
}
