using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Makes the lines of the students of one shard.</summary>
internal sealed class ContributionMaker(
    DistrictId district, StateStudentKeys keys, SchoolYearContext year, MilestoneSet inForce, Dictionary<string, string> stateIds)
{
    private readonly IReadOnlyList<ContributionMeasure> _measures = StateMeasures.Of(inForce);

    /// <summary>The lines so far.</summary>
    public List<ContributionLine> Lines { get; } = [];

    /// <summary>Lines of students of whom no state id is known.</summary>
    public long WithoutStateId { get; private set; }

    /// <summary>Adds a student. One without a school in the year counts nowhere.</summary>
    public void Add(StudentRecord student, StudentResult result)
    {
        if (result.Schools.Count == 0 || YearMemberships.Of(student.Learning, year).Latest is not { } latest)
        {
            return;
        }

        var isKnown = stateIds.TryGetValue(student.SourcedId, out var stateId);
        WithoutStateId += isKnown ? 0 : 1;
        Lines.Add(new ContributionLine(
            isKnown ? keys.OfStateId(district.State, stateId!) : keys.OfStudent(district, student.SourcedId),
            latest.SchoolSourcedId,
            latest.EntryDate,
            latest.ExitWithdrawDate,
            [.. result.Groups.Select(group => group.Key)],
            StateMeasures.Outcomes(result, _measures)));
    }
}
