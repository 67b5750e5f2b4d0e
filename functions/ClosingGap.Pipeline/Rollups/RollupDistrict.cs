namespace ClosingGap.Pipeline.Rollups;

/// <summary>A district of a rollup as readers see it.</summary>
public sealed record RollupDistrict(
    string District,
    string Name,
    DistrictStatus Status,
    long? Version,
    DateOnly? AsOf,
    DateTimeOffset? PublishedAt,
    int? SchoolYear,
    long Students,
    bool IsDeduplicated,
    long WithoutStateId)
{
    internal static RollupDistrict Of(RollupInput input) => new(
        input.District, input.Name, input.Status, input.Version, input.AsOf, input.PublishedAt, input.SchoolYear, input.Students,
        input.IsDeduplicated, input.WithoutStateId);
}
