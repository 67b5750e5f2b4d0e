using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Gaps;

/// <summary>By indicator that anybody was measured on: <c>[count, sum, squares, any]</c>. An indicator that is no longer compared is passed over.</summary>
public sealed class IndicatorCountsConverter : JsonConverter<IndicatorCounts>
{
    /// <inheritdoc />
    public override IndicatorCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var counts = new IndicatorCounts();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Counts of indicators are an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = IndicatorCounts.PlaceOf(reader.GetString()!);
            reader.Read();
            if (place < 0)
            {
                reader.Skip();
                continue;
            }

            for (var cell = 0; cell < IndicatorCounts.CellsOfOne && reader.Read() && reader.TokenType == JsonTokenType.Number; cell++)
            {
                counts.Cells[(place * IndicatorCounts.CellsOfOne) + cell] = reader.GetInt64();
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
            {
                throw new JsonException("Counts of an indicator are four numbers.");
            }
        }

        return counts;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IndicatorCounts value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        for (var place = 0; place < MeasuredIndicator.All.Count; place++)
        {
            if (value[place] is { Count: > 0 } counts)
            {
                writer.WriteStartArray(MeasuredIndicator.All[place].Id);
                writer.WriteNumberValue(counts.Count);
                writer.WriteNumberValue(counts.Sum);
                writer.WriteNumberValue(counts.Squares);
                writer.WriteNumberValue(counts.Any);
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }
}
