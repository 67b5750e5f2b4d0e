namespace ClosingGap.SampleData;

/// <summary>All counts of the district: by group, by school, and the students on a rule's edge.</summary>
internal sealed class DistrictTally
{
    public GroupTally All { get; } = new();

    /// <summary>Dimension (race, sex, program, grade, school), then group.</summary>
    public SortedDictionary<string, SortedDictionary<string, GroupTally>> Groups { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SchoolAttendanceTally> SchoolAttendance { get; } = new(StringComparer.Ordinal);

    public List<StudentTruth> Boundary { get; } = [];

    public int Total { get; private set; }

    public int Active { get; private set; }

    public void Add(StudentTruth truth)
    {
        Total++;
        Active += truth.Active ? 1 : 0;
        All.Add(truth);
        Of("race", truth.Race).Add(truth);
        Of("sex", truth.Student.Sex).Add(truth);
        Of("grade", truth.Grade).Add(truth);
        Of("school", truth.School.SourcedId).Add(truth);
        foreach (var program in Enum.GetValues<ProgramFlags>())
        {
            if (program != ProgramFlags.None && truth.Student.Programs.HasFlag(program))
            {
                Of("program", program.ToString()).Add(truth);
            }
        }

        foreach (var (school, count) in truth.BySchool)
        {
            if (!SchoolAttendance.TryGetValue(school.SourcedId, out var tally))
            {
                SchoolAttendance.Add(school.SourcedId, tally = new SchoolAttendanceTally());
            }

            tally.Add(count);
        }

        if (truth.Student.Boundary != BoundaryCase.None)
        {
            Boundary.Add(truth);
        }
    }

    private GroupTally Of(string dimension, string group)
    {
        if (!Groups.TryGetValue(dimension, out var groups))
        {
            Groups.Add(dimension, groups = new SortedDictionary<string, GroupTally>(StringComparer.Ordinal));
        }

        if (!groups.TryGetValue(group, out var tally))
        {
            groups.Add(group, tally = new GroupTally());
        }

        return tally;
    }
}
