namespace ClosingGap.Domain.Milestones;

/// <summary>How much of the school year is left to the student.</summary>
/// <param name="Closed">Whether the last instructional day of the student's calendar has come.</param>
/// <param name="RemainingHalfDays">Half days of instruction after the last day measured.</param>
/// <param name="LastDay">The last instructional day, or null when none is known.</param>
public readonly record struct JudgedWindow(bool Closed, int RemainingHalfDays = 0, DateOnly? LastDay = null);
