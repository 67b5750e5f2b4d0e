using ClosingGap.Domain.Indicators;

namespace ClosingGap.Pipeline.Students;

/// <summary>A student's attendance at one school.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Active">True when enrolled there on the as-of date.</param>
/// <param name="MemberHalfDays">Half days of membership that were measured.</param>
/// <param name="AbsentHalfDays">Half days absent among them.</param>
/// <param name="Band">The band of attendance.</param>
public sealed record StudentSchool(string School, bool Active, long MemberHalfDays, long AbsentHalfDays, AttendanceBand Band);
