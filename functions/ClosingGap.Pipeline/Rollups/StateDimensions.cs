using ClosingGap.Domain.Groups;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>The dimensions that a state publishes: those whose groups add up to all students, each by itself.</summary>
internal static class StateDimensions
{
    /// <summary>The value of students of whose dimension their district says nothing.</summary>
    public const string NotReported = "notReported";

    /// <summary>Their names. Combinations are a district's own and are left out.</summary>
    public static IReadOnlyList<string> All { get; } = [.. GroupDimensions.All.Where(dimension => dimension.IsPartition).Select(dimension => dimension.Name)];
}
