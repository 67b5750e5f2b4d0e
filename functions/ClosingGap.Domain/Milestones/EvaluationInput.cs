using ClosingGap.Domain.Graduation;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Milestones;

/// <summary>All that a milestone may look at. No name, no demographics, no program: a group cannot enter a verdict.</summary>
/// <param name="Facts">The student's facts across schools.</param>
/// <param name="GradeLevel">CEDS grade code, or null.</param>
/// <param name="SchoolYear">The year in which the school year ends.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="Window">What is left of the school year.</param>
/// <param name="CreditSettings">The district's settings for credits.</param>
public sealed record EvaluationInput(
    IReadOnlyList<Fact> Facts,
    string? GradeLevel,
    int SchoolYear,
    DateOnly AsOf,
    JudgedWindow Window,
    CreditSettings CreditSettings)
{
    /// <summary>The facts of each learning management system that has data, with their own dates.</summary>
    public IReadOnlyList<LmsMeasure> Lms { get; init; } = [];

    /// <summary>Whether the snapshot holds test results.</summary>
    public bool HoldsAssessments { get; init; }

    /// <summary>The student's test results.</summary>
    public IReadOnlyList<AssessmentResult> Assessments { get; init; } = [];

    /// <summary>Identifier → test.</summary>
    public IReadOnlyDictionary<string, AssessmentInfo> AssessmentsById { get; init; } = new Dictionary<string, AssessmentInfo>(StringComparer.Ordinal);

    /// <summary>Which grades fail.</summary>
    public GradeSettings Grades { get; init; } = new();

    /// <summary>The student's transcript rows.</summary>
    public CourseAttempt[] CourseAttempts { get; init; } = [];

    /// <summary>The codes of the courses that the student takes on the as-of date.</summary>
    public IReadOnlyList<string> CourseCodesNow { get; init; } = [];

    /// <summary>The student's place in a graduation cohort, or null.</summary>
    public CohortMember? Cohort { get; init; }

    /// <summary>The fact of an indicator.</summary>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public Fact Fact(string indicator)
    {
        foreach (var fact in Facts)
        {
            if (string.Equals(fact.Indicator, indicator, StringComparison.Ordinal))
            {
                return fact;
            }
        }

        throw new ArgumentException("The indicator was not measured; check definitions before use.", nameof(indicator));
    }
}
