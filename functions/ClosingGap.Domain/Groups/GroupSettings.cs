namespace ClosingGap.Domain.Groups;

/// <summary>What a district may set about its groups and the gaps between them. No verdict depends on it.</summary>
public sealed record GroupSettings
{
    /// <summary>The most combinations that a district may name: each multiplies the groups that are counted.</summary>
    public const int MostCombinations = 6;

    /// <summary>The most dimensions of one combination.</summary>
    public const int MostParts = 3;

    /// <summary>The most performance levels.</summary>
    public const int MostLevels = 10;

    /// <summary>All defaults.</summary>
    public static GroupSettings Default { get; } = new();

    /// <summary>When a student belongs to the group of a program. Default: on the as-of date.</summary>
    public MembershipRule Membership { get; init; }

    /// <summary>Combinations, by the names of their parts with <see cref="GroupDimensions.Plus"/> between. At most <see cref="MostCombinations"/>.</summary>
    public IReadOnlyList<string> Combinations { get; init; } = [];

    /// <summary>By dimension: the group with which the others are compared, where it is not that of <see cref="GroupDimensions"/>.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The names of the performance levels of tests, lowest first; empty: groups are not compared by them, as names tell no order. At most <see cref="MostLevels"/>.</summary>
    public IReadOnlyList<string> PerformanceLevels { get; init; } = [];

    /// <summary>Students that both groups must have before a gap is spoken of in words. Students; default 30, range 1 to 10,000.</summary>
    public int MinimumStudents { get; init; } = 30;

    /// <summary>Students with the outcome that both sides of a risk ratio must have (34 CFR 300.647: at most 10 is presumed reasonable). Students; default 10, range 0 to 10,000.</summary>
    public int MinimumCell { get; init; } = 10;

    /// <summary>Students that both sides of a risk ratio must have (the same rule: at most 30). Students; default 30, range 1 to 10,000.</summary>
    public int MinimumGroup { get; init; } = 30;

    /// <summary>
    /// The dimension as the district has it: with its own reference where it names one, a combination that has none with those of its parts;
    /// null when there is none of that name.
    /// </summary>
    public GroupDimension? Find(string dimension) => GroupDimensions.Find(dimension) is not { } found ? null
        : References.TryGetValue(dimension, out var reference) ? found with { Reference = reference }
        : dimension.Contains(GroupDimensions.Plus, StringComparison.Ordinal) ? found with { Reference = OfParts(dimension) }
        : found;

    private string? OfParts(string combination)
    {
        List<string?> parts = [.. combination.Split(GroupDimensions.Plus).Select(part => Find(part)!.Reference)];
        return parts.Contains(null) ? null : string.Join(GroupDimensions.Plus, parts);
    }
}
