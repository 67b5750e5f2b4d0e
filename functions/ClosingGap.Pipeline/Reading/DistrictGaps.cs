using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;

namespace ClosingGap.Pipeline.Reading;

/// <summary>How the groups of a dimension compare, for staff of the district: nothing is suppressed. Differences are reference less focal.</summary>
/// <param name="District">The district.</param>
/// <param name="School">The school; null for the district.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="IsPartition">False where a student may be in several groups: they do not add up.</param>
/// <param name="Membership">When a student belongs to the group of a program.</param>
/// <param name="Reference">The group with which the others are compared; null: none.</param>
/// <param name="MinimumStudents">Below so many in either group there are numbers and no words.</param>
/// <param name="MinimumCell">Students with the outcome that both sides of a risk ratio have.</param>
/// <param name="MinimumGroup">Students that both sides of a risk ratio have.</param>
/// <param name="Students">All students.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Measures">The groups on each measure.</param>
public sealed record DistrictGaps(
    string District,
    string? School,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    string Dimension,
    bool IsPartition,
    MembershipRule Membership,
    string? Reference,
    int MinimumStudents,
    int MinimumCell,
    int MinimumGroup,
    long Students,
    IReadOnlyList<GapGroup> Groups,
    IReadOnlyList<MeasureGaps> Measures);
