using System.Text;
using System.Text.Json;
using ClosingGap.Ingest.Receipts;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Drops;

/// <summary>
/// Writes the receipt of a drop that was rejected, held, failed, put aside, superseded or published, as JSON and as a page: what its record
/// says, which holds no content. The same record gives the same bytes; the last state wins.
/// </summary>
public sealed class ReceiptWriter(IBlobStore blobs, IOptions<PipelineOptions> options)
{
    /// <summary>The container of receipts.</summary>
    public const string Container = "receipts";

    /// <summary>The path of a drop's receipt in JSON.</summary>
    public static string Path(Drop drop) => $"{Folder(drop)}/{drop.Id}.json";

    /// <summary>The path of a drop's receipt as a page.</summary>
    public static string PagePath(Drop drop) => $"{Folder(drop)}/{drop.Id}.html";

    /// <summary>The receipt of a drop as it stands now.</summary>
    public Receipt Of(Drop drop) => DropReceipt.Of(drop, options.Value.HoldTimeout);

    /// <summary>Writes the page, then the JSON: whoever sees the JSON finds the page.</summary>
    /// <returns>The JSON in UTF-8.</returns>
    public async Task<byte[]> WriteAsync(Drop drop, CancellationToken cancellationToken)
    {
        var receipt = Of(drop);
        var json = JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Default.Receipt);
        await WriteAsync(PagePath(drop), Encoding.UTF8.GetBytes(ReceiptPage.Of(receipt)), "text/html; charset=utf-8", cancellationToken);
        await WriteAsync(Path(drop), json, "application/json", cancellationToken);
        return json;
    }

    private async Task WriteAsync(string path, byte[] bytes, string contentType, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes);
        await blobs.WriteAsync(Container, path, content, contentType, cancellationToken);
    }

    private static string Folder(Drop drop) =>
        DistrictId.TryParse(drop.District, out var district) ? $"{district.State}/{district.LocalId}" : "unknown";
}
