using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Groups;

/// <summary>The groups by which results compare, as of the as-of date.</summary>
public static class StudentGroups
{
    internal const string Yes = "yes";
    internal const string No = "no";

    private static readonly ProgramCharacteristic[] Characteristics = Enum.GetValues<ProgramCharacteristic>();

    /// <summary>The groups of one student, in key order. A dimension whose table the snapshot lacks is left out, rather than answered "no" or "unknown".</summary>
    public static IReadOnlyList<GroupMembership> Of(StudentRecord student, string? gradeLevel, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(context);
        var groups = new List<GroupMembership>(Characteristics.Length + 3)
        {
            new("grade", GradeLevels.IsCode(gradeLevel) ? gradeLevel! : "unknown"),
        };
        if (context.Holds(SnapshotTables.Demographics))
        {
            groups.Add(new GroupMembership("race", RaceEthnicity.Of(student.Demographics)));
            groups.Add(new GroupMembership("sex", SexValue(student.Demographics?.Sex ?? Sex.Unknown)));
        }

        if (context.Holds(SnapshotTables.StudentPrograms))
        {
            foreach (var characteristic in Characteristics)
            {
                groups.Add(new GroupMembership(Dimension(characteristic), IsIn(student, characteristic, context.AsOf) ? Yes : No));
            }
        }

        groups.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return groups;
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

    private static bool IsIn(StudentRecord student, ProgramCharacteristic characteristic, DateOnly day)
    {
        foreach (var program in student.Programs)
        {
            if (program.Characteristic == characteristic && program.Covers(day))
            {
                return true;
            }
        }

        return false;
    }

    private static string SexValue(Sex sex) => sex switch
    {
        Sex.Female => "female",
        Sex.Male => "male",
        Sex.Unspecified => "unspecified",
        Sex.Other => "other",
        _ => "unknown",
    };
}
