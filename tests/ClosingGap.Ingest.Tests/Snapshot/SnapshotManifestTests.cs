using System.Text;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class SnapshotManifestTests
{
    private const string Json =
        """{"formatVersion":1,"version":12,"shardCount":2,"sources":{"lms":{"schoolYear":null,"asOf":null,"tables":{}},"sis":{"schoolYear":2026,"asOf":"2026-02-28","tables":{"attendance":{"shards":[{"shard":0,"sha256":"aa","rows":3,"bytes":400},{"shard":1,"sha256":"bb","rows":5,"bytes":600}]},"users":{"shards":[{"shard":0,"sha256":"cc","rows":1,"bytes":200}]}}}}}""";

    [Fact]
    public void ToUtf8_SourcesTablesAndShardsInAnyOrder_AreSorted()
    {
        var manifest = new SnapshotManifest(SnapshotManifest.CurrentFormat, 12, 2, new Dictionary<string, SnapshotSource>(StringComparer.Ordinal)
        {
            ["sis"] = new(2026, new DateOnly(2026, 2, 28), new Dictionary<string, SnapshotTable>(StringComparer.Ordinal)
            {
                ["users"] = new([new(0, "cc", 1, 200)]),
                ["attendance"] = new([new(1, "bb", 5, 600), new(0, "aa", 3, 400)]),
            }),
            ["lms"] = new(null, null, new Dictionary<string, SnapshotTable>(StringComparer.Ordinal)),
        });
        Assert.Equal(Json, Encoding.UTF8.GetString(manifest.ToUtf8()));
    }

    [Fact]
    public void Parse_WhatWasWritten_IsWrittenTheSame() =>
        Assert.Equal(Json, Encoding.UTF8.GetString(SnapshotManifest.Parse(Encoding.UTF8.GetBytes(Json)).ToUtf8()));

    [Fact]
    public void Parse_Manifest_HoldsItsValues()
    {
        var manifest = SnapshotManifest.Parse(Encoding.UTF8.GetBytes(Json));
        Assert.Equal((12L, 2), (manifest.Version, manifest.ShardCount));
        Assert.Equal((2026, new DateOnly(2026, 2, 28)), (manifest.Sources["sis"].SchoolYear, manifest.Sources["sis"].AsOf));
        Assert.Equal(new SnapshotShard(1, "bb", 5, 600), manifest.Sources["sis"].Tables["attendance"].Shards[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\":1,\"version\":1,\"shardCount\":1,\"sources\":null}")]
    [InlineData("{\"formatVersion\":2,\"version\":1,\"shardCount\":1,\"sources\":{}}")]
    [InlineData("{\"formatVersion\":1,\"version\":1,\"shardCount\":0,\"sources\":{}}")]
    [InlineData("{\"formatVersion\":1,\"version\":1,\"shardCount\":1,\"sources\":{\"sis\":null}}")]
    [InlineData("{\"formatVersion\":1,\"version\":1,\"shardCount\":1,\"sources\":{\"sis\":{\"schoolYear\":null,\"asOf\":null,\"tables\":{\"x\":{\"shards\":[null]}}}}}")]
    public void Parse_NotAManifest_IsManifestInvalid(string json)
    {
        var error = Assert.Throws<SnapshotException>(() => SnapshotManifest.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal("snapshot.manifest_invalid", error.Code);
    }

    [Fact]
    public void Paths_AreThoseOfTheDesign()
    {
        Assert.Equal("TX/255901/data/sis/attendance/shard-07/ab12.parquet", SnapshotPaths.Data("TX", "255901", "sis", "attendance", 7, "ab12"));
        Assert.Equal("TX/255901/data/sis/orgs/shard-123/ab12.parquet", SnapshotPaths.Data("TX", "255901", "sis", "orgs", 123, "ab12"));
        Assert.Equal("TX/255901/versions/12.json", SnapshotPaths.Version("TX", "255901", 12));
        Assert.Equal("TX/255901/current.json", SnapshotPaths.Current("TX", "255901"));
        Assert.StartsWith(SnapshotPaths.DataPrefix("TX", "255901"), SnapshotPaths.Data("TX", "255901", "a", "b", 0, "c"), StringComparison.Ordinal);
        Assert.StartsWith(SnapshotPaths.VersionPrefix("TX", "255901"), SnapshotPaths.Version("TX", "255901", 3), StringComparison.Ordinal);
    }
}
