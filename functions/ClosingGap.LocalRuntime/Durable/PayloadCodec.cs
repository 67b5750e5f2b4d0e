using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Serializes payloads and refuses those over the limit.</summary>
internal sealed class PayloadCodec(IOptions<DurableEngineOptions> options)
{
    private readonly int limit = options.Value.MaxPayloadBytes;

    public DataConverter Converter { get; } = new JsonDataConverter();

    /// <param name="value">What to serialize; null gives null.</param>
    /// <param name="role">What the payload is, for the error: "input of activity 'X'".</param>
    /// <exception cref="PayloadTooLargeException">It has more bytes than the limit.</exception>
    public string? Serialize(object? value, string role)
    {
        var text = Converter.Serialize(value);
        if (text is not null && Encoding.UTF8.GetByteCount(text) is var bytes && bytes > limit)
        {
            throw new PayloadTooLargeException(FormattableString.Invariant(
                $"{DurableErrorCodes.PayloadTooLarge}: the {role} has {bytes} bytes; at most {limit} are accepted. Store the data and pass a reference to it."));
        }

        return text;
    }
}
