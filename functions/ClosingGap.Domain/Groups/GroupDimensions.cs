using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Groups;

/// <summary>The dimensions by which students are compared. A group's key is <c>dimension:value</c>.</summary>
public static class GroupDimensions
{
    public const string Grade = "grade";
    public const string Race = "race";

    /// <summary>Every race and ethnicity that is marked, so that a student may be in several groups: they do not add up.</summary>
    public const string RaceAll = "raceAll";
    public const string Sex = "sex";

    /// <summary>Stands between the names, and between the values, of a combination: <c>race+sex:Asian+female</c>.</summary>
    public const char Plus = '+';

    /// <summary>The dimensions that are always told, in the order in which they are documented. Combinations are named by district profiles.</summary>
    public static IReadOnlyList<GroupDimension> All { get; } =
    [
        new(Grade, true, null),
        new(Race, true, nameof(RaceFlags.White)),
        new(RaceAll, false, nameof(RaceFlags.White)),
        new(Sex, true, "male"),
        .. Enum.GetValues<ProgramCharacteristic>().Select(program => new GroupDimension(StudentGroups.Dimension(program), true, StudentGroups.No)),
    ];

    private static readonly Dictionary<string, GroupDimension> s_byName = All.ToDictionary(dimension => dimension.Name, StringComparer.Ordinal);

    /// <summary>
    /// A dimension by its name; null when there is none of that name. A combination is a partition when all its parts are, and is compared
    /// with the group that is the reference in each part, if each has one.
    /// </summary>
    public static GroupDimension? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.Contains(Plus, StringComparison.Ordinal))
        {
            return s_byName.GetValueOrDefault(name);
        }

        var parts = name.Split(Plus).Select(part => s_byName.GetValueOrDefault(part)).ToList();
        if (parts.Any(part => part is null))
        {
            return null;
        }

        var hasReference = parts.All(part => part!.Reference is not null);
        return new GroupDimension(
            name, parts.All(part => part!.IsPartition), hasReference ? string.Join(Plus, parts.Select(part => part!.Reference)) : null);
    }

    /// <summary>Whether a dimension can have that group: known words, for each part of a combination; of grades any code.</summary>
    public static bool HasValue(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        var (parts, values) = (name.Split(Plus), value.Split(Plus));
        return parts.Length == values.Length && parts.Zip(values).All(pair => pair.First switch
        {
            Grade => pair.Second is StudentGroups.Unknown || GradeLevels.IsCode(pair.Second),
            Race or RaceAll => RaceEthnicity.Values.Contains(pair.Second, StringComparer.Ordinal),
            Sex => pair.Second is "female" or "male" or "unspecified" or "other" or StudentGroups.Unknown,
            _ => s_byName.ContainsKey(pair.First) && pair.Second is StudentGroups.Yes or StudentGroups.No,
        });
    }

    /// <summary>Whether a group is of students whose group is not known, or of a part of a combination that is not.</summary>
    public static bool IsUnknown(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split(Plus).Any(part => string.Equals(part, StudentGroups.Unknown, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The dimension's name in a group's key.</summary>
    public static string OfKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var end = key.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? key : key[..end];
    }
}
