using System.Globalization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Snapshots;

/// <summary>Where a run keeps what it makes, beside the snapshot itself.</summary>
public static class CuratedPaths
{
    /// <summary>The container of the snapshot, of results and of work in progress.</summary>
    public const string Container = "curated";

    /// <summary>Everything that one attempt makes before it is published; removed afterwards.</summary>
    public static string Work(DistrictId district, DropRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"{Works(district)}{run.DropId}-{run.Attempt}/");

    /// <summary>What the attempts of a district make, each in a folder of its own.</summary>
    public static string Works(DistrictId district) => $"{district.State}/{district.LocalId}/work/";

    /// <summary>The staged rows of one input, table and shard.</summary>
    public static string Staged(DistrictId district, DropRun run, string table, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Input(district, run)}staged/{table}/shard-{shard:00}.rows");

    /// <summary>The list of what is staged; written last.</summary>
    public static string StagedIndex(DistrictId district, DropRun run) => Input(district, run) + "staged.json";

    /// <summary>What applying one shard made; -1: the tables that are not split.</summary>
    public static string Applied(DistrictId district, DropRun run, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Input(district, run)}applied/{shard}.json");

    /// <summary>The manifest after this input was applied.</summary>
    public static string Manifest(DistrictId district, DropRun run) => Input(district, run) + "manifest.json";

    /// <summary>What the computation of every shard shares.</summary>
    public static string Context(DistrictId district, DropRun run) => Work(district, run) + "context.json";

    /// <summary>What computing one shard made: which result counts, and the numbers of the receipt.</summary>
    public static string Computed(DistrictId district, DropRun run, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Work(district, run)}computed/{shard}.json");

    /// <summary>The counts of all shards together.</summary>
    public static string Counts(DistrictId district, DropRun run) => Work(district, run) + "counts.json";

    /// <summary>The lines of the students of one shard.</summary>
    public static string ResultLines(DistrictId district, long version, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Results(district)}{version}/shard-{shard:00}.jsonl");

    /// <summary>The mergeable counts of one shard.</summary>
    public static string ResultCounts(DistrictId district, long version, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{Results(district)}{version}/shard-{shard:00}.counts.json");

    /// <summary>All results of a district.</summary>
    public static string Results(DistrictId district) => $"{district.State}/{district.LocalId}/results/";

    /// <summary>Which result of each shard a published version consists of.</summary>
    public static string ResultIndex(DistrictId district, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{district.State}/{district.LocalId}/versions/{version}.results.json");

    /// <summary>What is known of one shard of a table as a whole, by the content of its file: of attendance, and of times in the LMS.</summary>
    public static string Facts(DistrictId district, string sha256) =>
        $"{district.State}/{district.LocalId}/facts/{sha256}.json";

    private static string Input(DistrictId district, DropRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"{Work(district, run)}{run.Input}/");
}
