using System.Globalization;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Where a check keeps what it makes, in the container of the snapshot. Nothing of it names a student.</summary>
internal static class EvaluationPaths
{
    /// <summary>What the shards share.</summary>
    public static string Plan(DistrictId district, string id) => $"{Work(district, id)}plan.json";

    /// <summary>What a shard brings.</summary>
    public static string Shard(DistrictId district, string id, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Work(district, id)}shard-{shard:000}.json");

    /// <summary>What was found.</summary>
    public static string Report(DistrictId district, string id) => $"{Folder(district)}{id}.json";

    /// <summary>What is removed when the check has ended.</summary>
    public static string Work(DistrictId district, string id) => $"{Folder(district)}{id}/";

    private static string Folder(DistrictId district) => $"{district.State}/{district.LocalId}/evaluations/";
}
