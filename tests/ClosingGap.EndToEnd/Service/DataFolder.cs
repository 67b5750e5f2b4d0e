using System.Text.Json.Nodes;

namespace ClosingGap.EndToEnd.Service;

/// <summary>A data folder of a local service with a given secret of students' keys, so that two services give a student the same key.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(string secret) =>
        File.WriteAllText(System.IO.Path.Combine(Path, "secrets.json"), new JsonObject { ["studentKeySecret"] = secret }.ToJsonString());

    public string Path { get; } = Directory.CreateTempSubdirectory("closinggap-e2e-kill-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
