using System.Globalization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Where contributions lie, in the container of the snapshot.</summary>
public static class ContributionPaths
{
    /// <summary>The lines of one shard, beside its results.</summary>
    public static string Shard(DistrictId district, long version, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{CuratedPaths.Results(district)}{version}/shard-{shard:00}.state.jsonl");

    /// <summary>The lines of a district, by key.</summary>
    public static string Lines(DistrictId district, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder(district)}{version}.jsonl");

    /// <summary>What the lines are.</summary>
    public static string Index(DistrictId district, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder(district)}{version}.json");

    /// <summary>All contributions of a district.</summary>
    public static string Folder(DistrictId district) => $"{district.State}/{district.LocalId}/state/";

    /// <summary>A part of a merge of many shards.</summary>
    public static string Part(DistrictId district, DropRun run, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{CuratedPaths.Work(district, run)}state/{part}.jsonl");
}
