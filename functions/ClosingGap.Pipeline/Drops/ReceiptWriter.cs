using System.Text.Json;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Drops;

/// <summary>Writes the receipt of a drop that was rejected, held, failed, put aside or published: its record, which holds no content.</summary>
public sealed class ReceiptWriter(IBlobStore blobs)
{
    /// <summary>The container of receipts.</summary>
    public const string Container = "receipts";

    /// <summary>The path of a drop's receipt.</summary>
    public static string Path(Drop drop) =>
        DistrictId.TryParse(drop.District, out var district) ? $"{district.State}/{district.LocalId}/{drop.Id}.json" : $"unknown/{drop.Id}.json";

    /// <summary>Writes the receipt; the last state wins.</summary>
    public async Task WriteAsync(Drop drop, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(drop, PipelineJson.Indented.Drop));
        await blobs.WriteAsync(Container, Path(drop), content, "application/json", cancellationToken);
    }
}
