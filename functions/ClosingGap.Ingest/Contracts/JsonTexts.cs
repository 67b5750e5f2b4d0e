using System.Text.Json;

namespace ClosingGap.Ingest.Contracts;

/// <summary>Reads the texts of embedded data.</summary>
internal static class JsonTexts
{
    /// <summary>The texts of an array.</summary>
    public static string[] List(JsonElement json)
    {
        var texts = new string[json.GetArrayLength()];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = json[index].GetString()!;
        }

        return texts;
    }

    /// <summary>The texts of an object by their names.</summary>
    public static Dictionary<string, string> Map(JsonElement json)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            texts.Add(member.Name, member.Value.GetString()!);
        }

        return texts;
    }
}
