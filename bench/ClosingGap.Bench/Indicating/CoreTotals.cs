namespace ClosingGap.Bench.Indicating;

/// <summary>Sums over all students of the core aggregates.</summary>
/// <param name="AbsentHalfDays">Half days absent.</param>
/// <param name="MemberHalfDays">Half days of membership.</param>
/// <param name="FailedClasses">Classes failed in the latest grading period.</param>
/// <param name="GradedClasses">Classes graded in it.</param>
/// <param name="CreditHundredths">Credits earned, in hundredths.</param>
internal sealed record CoreTotals(long AbsentHalfDays, long MemberHalfDays, long FailedClasses, long GradedClasses, long CreditHundredths);
