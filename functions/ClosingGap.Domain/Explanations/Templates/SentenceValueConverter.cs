using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>A number as a number, a day as yyyy-MM-dd, codes as text. No code has the form of a day.</summary>
public sealed class SentenceValueConverter : JsonConverter<SentenceValue>
{
    /// <inheritdoc />
    public override SentenceValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return SentenceValue.Of(reader.GetDecimal());
        }

        var text = reader.GetString() ?? throw new JsonException("A value of a sentence is a number, a day or codes.");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? SentenceValue.Of(day)
            : SentenceValue.Of(text);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, SentenceValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? value.Code);
        }
    }
}
