using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Verdicts;

/// <summary>What one school of a student counts of that student.</summary>
/// <param name="SchoolSourcedId">The school.</param>
/// <param name="Active">Whether the student is a member there on the as-of date.</param>
/// <param name="MemberHalfDays">Half days of membership measured at that school.</param>
/// <param name="AbsentHalfDays">Half days absent there.</param>
/// <param name="Band">The band of that school's own attendance.</param>
/// <param name="InstructionalDays">Instructional days of the school's calendar up to the as-of date.</param>
public sealed record SchoolResult(
    string SchoolSourcedId,
    bool Active,
    long MemberHalfDays,
    long AbsentHalfDays,
    AttendanceBand Band,
    int InstructionalDays);
