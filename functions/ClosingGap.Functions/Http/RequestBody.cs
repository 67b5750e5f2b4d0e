using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>Reads the bodies of requests, which are small.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes that are read: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Reads JSON.</summary>
    /// <exception cref="JsonException">It is not JSON of that form, or there is none.</exception>
    /// <exception cref="BadHttpRequestException">413: it is too long.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await BytesAsync(request, cancellationToken);
        return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("null");
    }

    /// <summary>Reads JSON; null when nothing was sent.</summary>
    public static async Task<T?> FindAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await BytesAsync(request, cancellationToken);
        return bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, type);
    }

    /// <summary>Reads a text in UTF-8.</summary>
    /// <exception cref="BadHttpRequestException">413: it is too long.</exception>
    public static async Task<string> TextAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString((await BytesAsync(request, cancellationToken)).AsSpan());

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxBytes)
            {
                throw new BadHttpRequestException("request.too_large", StatusCodes.Status413PayloadTooLarge);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
