using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The published snapshot as the content of each shard of each table; a table without rows is not there.</summary>
internal static class SnapshotView
{
    public static async Task<IReadOnlyList<string>> OfAsync(PipelineHost host)
    {
        var manifest = (await host.Get<SnapshotStore>().FindPublishedAsync(host.District, host.Token))!;
        return
        [
            .. manifest.Sources.SelectMany(source => source.Value.Tables
                    .SelectMany(table => table.Value.Shards.Select(shard => $"{source.Key}/{table.Key}/{shard.Shard}: {shard.Rows} rows {shard.Sha256}")))
                .Order(StringComparer.Ordinal),
        ];
    }
}
