using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>All that a milestone may look at. No name, no demographics, no program: a group cannot enter a verdict.</summary>
/// <param name="Attendance">The fact <c>attendance.rate</c> across schools.</param>
/// <param name="CourseFailures">The fact <c>course.failures</c>.</param>
/// <param name="Credits">The fact <c>credits.earned</c>.</param>
/// <param name="Suspensions">The fact <c>discipline.suspensionDays</c>.</param>
/// <param name="GradeLevel">CEDS grade code, or null.</param>
/// <param name="SchoolYear">The year in which the school year ends.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="WindowClosed">Whether the last instructional day of the student's calendar has come.</param>
/// <param name="CreditSettings">The district's settings for credits.</param>
public sealed record EvaluationInput(
    Fact Attendance,
    Fact CourseFailures,
    Fact Credits,
    Fact Suspensions,
    string? GradeLevel,
    int SchoolYear,
    DateOnly AsOf,
    bool WindowClosed,
    CreditSettings CreditSettings)
{
    /// <summary>The facts of each learning management system that has data, with their own dates.</summary>
    public IReadOnlyList<LmsMeasure> Lms { get; init; } = [];
}
