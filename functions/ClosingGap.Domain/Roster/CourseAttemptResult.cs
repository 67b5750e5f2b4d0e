namespace ClosingGap.Domain.Roster;

/// <summary>How a course attempt ended (Ed-Fi CourseAttemptResult).</summary>
public enum CourseAttemptResult : byte
{
    /// <summary>The row gives no result: its grade decides.</summary>
    NotGiven = 0,
    Pass = 1,
    Fail = 2,
    Incomplete = 3,
    Withdrawn = 4,
    Other = 5,
}
