using System.Collections.Concurrent;
using System.Text.Json;
using ClosingGap.SampleData;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>An invented district's export of one night, with its truth. Made once for each set of options.</summary>
/// <param name="Package">The export.</param>
/// <param name="AsOf">The date to be declared.</param>
/// <param name="Truth">truth.json.</param>
/// <param name="Students">truth-students.jsonl, by id.</param>
internal sealed record SampleNight(SamplePackage Package, DateOnly AsOf, JsonElement Truth, IReadOnlyDictionary<string, JsonElement> Students)
{
    private static readonly ConcurrentDictionary<(int Students, int Night, int Year), Lazy<Task<SampleNight>>> s_nights = new();

    /// <summary>The students' ids, in order.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Students.Keys.Order(StringComparer.Ordinal)];

    public byte[] Zip => Package.ToZip();

    public static Task<SampleNight> OfAsync(int students, int night, int year = 2026) =>
        s_nights.GetOrAdd((students, night, year), key => new Lazy<Task<SampleNight>>(() => WriteAsync(key.Students, key.Night, key.Year))).Value;

    private static async Task<SampleNight> WriteAsync(int students, int night, int year)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-sample-");
        try
        {
            var options = new SampleOptions { Students = students, Night = night, SchoolYear = year, MaxLmsSections = 0 };
            var summary = await SampleDistrictWriter.WriteAsync(options, folder.FullName, CancellationToken.None);
            var lines = await File.ReadAllLinesAsync(summary.TruthStudents);
            return new SampleNight(
                SamplePackage.OfZip(summary.SisZip),
                summary.AsOf,
                JsonElement.Parse(await File.ReadAllTextAsync(summary.Truth)),
                lines.Select(line => JsonElement.Parse(line)).ToDictionary(line => line.GetProperty("sourcedId").GetString()!, StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
