namespace ClosingGap.Domain.Gaps;

/// <summary>The gap as it would be if both groups had the same mix of grades.</summary>
/// <param name="Difference">Reference less focal.</param>
/// <param name="Grades">Grades in which both groups have somebody.</param>
/// <param name="StudentsLeftOut">Students of the two groups in other grades.</param>
public sealed record StandardizedFigure(GapInterval Difference, int Grades, long StudentsLeftOut);
