using System.Text.Json.Nodes;
using ClosingGap.SampleData;

namespace ClosingGap.EndToEnd.Packages;

/// <summary>An invented district's export on disk with its answers; removed at the end.</summary>
internal sealed class Sample : IDisposable
{
    private readonly string _folder;

    private Sample(string folder, SampleSummary summary, string localId)
    {
        _folder = folder;
        LocalId = localId;
        AsOf = summary.AsOf;
        Zip = summary.SisZip;
        Truth = JsonNode.Parse(File.ReadAllText(summary.Truth))!;
        Students = [.. File.ReadLines(summary.TruthStudents).Select(line => JsonNode.Parse(line)!)];
    }

    public string LocalId { get; }

    public string District => $"TX-{LocalId}";

    public DateOnly AsOf { get; }

    /// <summary>The SIS package.</summary>
    public string Zip { get; }

    /// <summary>The totals and groups as counted while the data were made.</summary>
    public JsonNode Truth { get; }

    /// <summary>The answers for each student.</summary>
    public IReadOnlyList<JsonNode> Students { get; }

    public static async Task<Sample> MakeAsync(int students, int night, string localId, int seed = 1)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-e2e-sample-").FullName;
        var options = new SampleOptions { Students = students, Night = night, Seed = seed, District = localId, MaxLmsSections = 0 };
        return new Sample(folder, await SampleDistrictWriter.WriteAsync(options, folder, TestContext.Current.CancellationToken), localId);
    }

    /// <summary>Where a drop of the SIS goes.</summary>
    public string Path(string name) => $"TX/{LocalId}/sis/{name}.zip";

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
