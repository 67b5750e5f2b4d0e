namespace ClosingGap.Pipeline.Computing;

/// <summary>The result of one shard.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Key">A hash of its inputs, the as-of date and the definitions.</param>
/// <param name="Version">The version in which it was computed: the place of its files.</param>
/// <param name="Students">Students in it.</param>
/// <param name="Written">Documents written for this version.</param>
/// <param name="Unchanged">Documents that were already as they should be.</param>
/// <param name="Removed">Students who are gone.</param>
/// <param name="IsComputed">False when an earlier result was taken over.</param>
public sealed record ResultShard(
    int Shard, string Key, long Version, long Students, long Written, long Unchanged, long Removed, bool IsComputed)
{
    /// <summary>Students whom the state counts and of whom no state id is known.</summary>
    public long WithoutStateId { get; init; }
}
