using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Verdicts;

/// <summary>All that was found about one student.</summary>
public sealed record StudentResult
{
    public required string SourcedId { get; init; }

    /// <summary>The school year (its ending year).</summary>
    public required int SchoolYear { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>CEDS grade code, or null when not known.</summary>
    public string? GradeLevel { get; init; }

    /// <summary>Whether the student is a member of a school on the as-of date.</summary>
    public required bool Active { get; init; }

    /// <summary>The schools with a membership in the year up to the as-of date, in id order. Empty: the student counts nowhere.</summary>
    public required IReadOnlyList<SchoolResult> Schools { get; init; }

    /// <summary>Groups on the as-of date, in key order.</summary>
    public required IReadOnlyList<GroupMembership> Groups { get; init; }

    /// <summary>Facts across schools, then those of each school, then those of each learning management system.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>One verdict per milestone in force, in id order.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Progress on tests taken three times or more in the year. Not told of a day that is past.</summary>
    public IReadOnlyList<AssessmentProgress> Progress { get; init; } = [];

    /// <summary>Growth from the last school year's tests to this one's. Not told of a day that is past.</summary>
    public IReadOnlyList<AssessmentGrowth> Growth { get; init; } = [];

    /// <summary>Performance levels by subject, for comparing groups. Not told of a day that is past, nor where the district names no order.</summary>
    public IReadOnlyList<TestLevel> Levels { get; init; } = [];

    /// <summary>The band of attendance across schools.</summary>
    public required AttendanceBand AttendanceBand { get; init; }

    /// <summary>Need for attention: 3 for each verdict off track, 1 for each at risk, times the milestone's weight, summed. A stated sum, not a model.</summary>
    public required int Priority { get; init; }

    /// <summary>The student's own fact of an indicator across schools, or null.</summary>
    public Fact? Fact(string indicator)
    {
        foreach (var fact in Facts)
        {
            if (fact.SchoolSourcedId is null && string.Equals(fact.Indicator, indicator, StringComparison.Ordinal))
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>Names neither the student nor the id: results end up in logs.</summary>
    public override string ToString() => nameof(StudentResult);
}
