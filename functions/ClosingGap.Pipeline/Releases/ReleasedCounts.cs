using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// The districts of a release by how they take part. It has no number of students: the tables beside it may suppress what a total, or what was
/// taken back, would tell.
/// </summary>
public sealed record ReleasedCounts
{
    /// <summary>Districts registered in the state.</summary>
    public int Districts { get; init; }

    public int Current { get; init; }

    public int Late { get; init; }

    public int Failed { get; init; }

    public int Missing { get; init; }

    public int Unreadable { get; init; }

    internal static ReleasedCounts Of(IReadOnlyList<RollupInput> inputs)
    {
        return new ReleasedCounts
        {
            Districts = inputs.Count,
            Current = Count(DistrictStatus.Current),
            Late = Count(DistrictStatus.Late),
            Failed = Count(DistrictStatus.Failed),
            Missing = Count(DistrictStatus.Missing),
            Unreadable = Count(DistrictStatus.Unreadable),
        };

        int Count(DistrictStatus status) => inputs.Count(input => input.Status == status);
    }
}
