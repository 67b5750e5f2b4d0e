using System.Text.Json;
using System.Text.Json.Nodes;
using ClosingGap.Pipeline.Reading;

namespace ClosingGap.Functions.Http;

/// <summary>A student's stored body with the version that wrote it.</summary>
internal static class VersionedStudent
{
    public static VersionedAnswer<JsonObject> Of(Versioned<JsonElement> found)
    {
        var body = JsonObject.Create(found.Value)!;
        body["version"] = found.Version;
        return new VersionedAnswer<JsonObject>(new Versioned<JsonObject>(body, found.Version), AppJson.Default.JsonObject);
    }
}
