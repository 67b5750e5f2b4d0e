using System.IO.Compression;
using System.Text.Json;

namespace ClosingGap.SampleData.Tests;

/// <summary>A district written to a temporary folder, which goes when the test ends.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly Dictionary<string, CsvFile> _files = new(StringComparer.Ordinal);

    private SampleRun(string directory, SampleOptions options, SampleSummary summary)
    {
        (Root, Options, Summary) = (directory, options, summary);
        using var zip = ZipFile.OpenRead(summary.SisZip);
        Entries = [.. zip.Entries.Select(e => e.FullName)];
        EntryTimes = [.. zip.Entries.Select(e => e.LastWriteTime.DateTime)];
        Truth = JsonDocument.Parse(File.ReadAllBytes(summary.Truth)).RootElement;
        StudentTruths = File.ReadLines(summary.TruthStudents)
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(e => e.GetProperty("sourcedId").GetString()!, StringComparer.Ordinal);
    }

    public string Root { get; }

    public SampleOptions Options { get; }

    public SampleSummary Summary { get; }

    public IReadOnlyList<string> Entries { get; }

    public IReadOnlyList<DateTime> EntryTimes { get; }

    public JsonElement Truth { get; }

    public IReadOnlyDictionary<string, JsonElement> StudentTruths { get; }

    /// <summary>One file of the package; parsed at the first use, because most tests look at few of them.</summary>
    public CsvFile this[string file]
    {
        get
        {
            if (!_files.TryGetValue(file, out var parsed))
            {
                using var zip = ZipFile.OpenRead(Summary.SisZip);
                using var stream = zip.GetEntry(file)!.Open();
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                _files.Add(file, parsed = CsvFile.Parse(file, memory.ToArray()));
            }

            return parsed;
        }
    }

    public IEnumerable<CsvFile> Files => Entries.Select(e => this[e]);

    public bool Has(string file) => Entries.Contains(file, StringComparer.Ordinal);

    public static async Task<SampleRun> CreateAsync(SampleOptions options)
    {
        var directory = NewDirectory();
        var summary = await SampleDistrictWriter.WriteAsync(options, directory, TestContext.Current.CancellationToken);
        return new SampleRun(directory, options, summary);
    }

    public static string NewDirectory() => Directory.CreateTempSubdirectory("closinggap-sample-").FullName;

    /// <summary>The LMS files of one kind, with paths relative to the LMS folder.</summary>
    public IEnumerable<(string Path, CsvFile File)> Lms(string kind) =>
        Directory.EnumerateFiles(Summary.LmsDirectory, "*.csv", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Summary.LmsDirectory, f).Replace('\\', '/'))
            .Where(f => f.Split('/').Contains(kind, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => (f, CsvFile.Parse(f, File.ReadAllBytes(Path.Combine(Summary.LmsDirectory, f)))));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
