using System.Globalization;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Where a snapshot's blobs lie in the curated container.</summary>
public static class SnapshotPaths
{
    /// <summary><c>{state}/{district}/data/{source}/{table}/shard-07/{sha256}.parquet</c>.</summary>
    public static string Data(string state, string district, string source, string table, int shard, string sha256) =>
        string.Create(CultureInfo.InvariantCulture, $"{DataPrefix(state, district)}{source}/{table}/shard-{shard:00}/{sha256}.parquet");

    /// <summary><c>{state}/{district}/data/</c>: all data files of a district.</summary>
    public static string DataPrefix(string state, string district) => $"{state}/{district}/data/";

    /// <summary><c>{state}/{district}/versions/{version}.json</c>: a manifest.</summary>
    public static string Version(string state, string district, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{VersionPrefix(state, district)}{version}.json");

    /// <summary><c>{state}/{district}/versions/</c>: all manifests of a district.</summary>
    public static string VersionPrefix(string state, string district) => $"{state}/{district}/versions/";

    /// <summary><c>{state}/{district}/current.json</c>: names the published version.</summary>
    public static string Current(string state, string district) => $"{state}/{district}/current.json";
}
