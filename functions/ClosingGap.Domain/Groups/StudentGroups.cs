using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Groups;

/// <summary>The groups by which results compare, as of the as-of date or of any day of the year, as the district's settings say.</summary>
public static class StudentGroups
{
    internal const string Yes = "yes";
    internal const string No = "no";
    internal const string Unknown = "unknown";

    private static readonly ProgramCharacteristic[] Characteristics = Enum.GetValues<ProgramCharacteristic>();

    /// <summary>The groups of one student, in key order. A dimension whose table the snapshot lacks is left out, rather than answered "no" or "unknown".</summary>
    public static IReadOnlyList<GroupMembership> Of(StudentRecord student, string? gradeLevel, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(context);
        var groups = new List<GroupMembership>(Characteristics.Length + 5)
        {
            new(GroupDimensions.Grade, GradeLevels.IsCode(gradeLevel) ? gradeLevel! : Unknown),
        };
        if (context.Holds(SnapshotTables.Demographics))
        {
            groups.Add(new GroupMembership(GroupDimensions.Race, RaceEthnicity.Of(student.Demographics)));
            groups.AddRange(RaceEthnicity.AllOf(student.Demographics).Select(race => new GroupMembership(GroupDimensions.RaceAll, race)));
            groups.Add(new GroupMembership(GroupDimensions.Sex, SexValue(student.Demographics?.Sex ?? Sex.Unknown)));
        }

        if (context.Holds(SnapshotTables.StudentPrograms))
        {
            foreach (var characteristic in Characteristics)
            {
                groups.Add(new GroupMembership(Dimension(characteristic), IsIn(student, characteristic, context) ? Yes : No));
            }
        }

        if (context.Groups.Combinations.Count > 0)
        {
            Combine(groups, context.Groups.Combinations);
        }

        groups.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return groups;
    }

    /// <summary>Whether the student's groups are the same on every day of a span, since no program begins or ends in it.</summary>
    public static bool AreSteady(StudentRecord student, DateOnly from, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(student);
        foreach (var program in student.Programs)
        {
            if ((program.Begin > from && program.Begin <= through) || (program.End > from && program.End <= through))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The dimension's stable name, e.g. <c>economicDisadvantage</c>.</summary>
    public static string Dimension(ProgramCharacteristic characteristic) => characteristic switch
    {
        ProgramCharacteristic.EnglishLearner => "englishLearner",
        ProgramCharacteristic.Idea => "idea",
        ProgramCharacteristic.Section504 => "section504",
        ProgramCharacteristic.EconomicDisadvantage => "economicDisadvantage",
        ProgramCharacteristic.Homeless => "homeless",
        ProgramCharacteristic.FosterCare => "fosterCare",
        ProgramCharacteristic.Migrant => "migrant",
        ProgramCharacteristic.MilitaryConnected => "militaryConnected",
        ProgramCharacteristic.GiftedTalented => "giftedTalented",
        _ => throw new ArgumentOutOfRangeException(nameof(characteristic), characteristic, "Not a characteristic of students."),
    };

    /// <summary>Adds the combinations all of whose parts are told of the student; of a part with several values, each of them.</summary>
    private static void Combine(List<GroupMembership> groups, IReadOnlyList<string> combinations)
    {
        var single = groups.ToLookup(group => group.Dimension, group => group.Value, StringComparer.Ordinal);
        foreach (var combination in combinations)
        {
            IEnumerable<string> values = [""];
            foreach (var part in combination.Split(GroupDimensions.Plus))
            {
                values = [.. values.SelectMany(_ => single[part], (begun, value) => begun.Length == 0 ? value : $"{begun}{GroupDimensions.Plus}{value}")];
            }

            groups.AddRange(values.Select(value => new GroupMembership(combination, value)));
        }
    }

    private static bool IsIn(StudentRecord student, ProgramCharacteristic characteristic, SchoolYearContext context)
    {
        var anyTime = context.Groups.Membership == MembershipRule.AnyTime;
        foreach (var program in student.Programs)
        {
            if (program.Characteristic == characteristic
                && (program.Covers(context.AsOf) || (anyTime && Touches(program, context.FirstDay, context.Through))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Touches(ProgramMembership program, DateOnly from, DateOnly through) =>
        !(program.Begin > through) && !(program.End <= from) && !(program.End <= program.Begin);

    private static string SexValue(Sex sex) => sex switch
    {
        Sex.Female => "female",
        Sex.Male => "male",
        Sex.Unspecified => "unspecified",
        Sex.Other => "other",
        _ => Unknown,
    };
}
