using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>A district in a release, as everybody may see it: without the number of its students, which the figures tell or keep back.</summary>
/// <param name="District">The district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">How it takes part.</param>
/// <param name="AsOf">The date of its figures.</param>
/// <param name="SchoolYear">The school year (the ending year).</param>
/// <param name="IsDeduplicated">Whether its students of several districts are found.</param>
public sealed record ReleasedDistrict(string District, string Name, DistrictStatus Status, DateOnly? AsOf, int? SchoolYear, bool IsDeduplicated)
{
    internal static ReleasedDistrict Of(RollupInput input) => new(input.District, input.Name, input.Status, input.AsOf, input.SchoolYear, input.IsDeduplicated);
}
