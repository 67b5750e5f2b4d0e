using System.IO.Compression;
using System.Text;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The files of a package as text, to be changed and zipped. Every change gives a new one.</summary>
internal sealed class SamplePackage
{
    private readonly SortedDictionary<string, string> _files;

    private SamplePackage(SortedDictionary<string, string> files) => _files = files;

    public IReadOnlyDictionary<string, string> Files => _files;

    public static SamplePackage Of(params (string File, string Text)[] files) =>
        new(new SortedDictionary<string, string>(files.ToDictionary(file => file.File, file => file.Text), StringComparer.Ordinal));

    public static SamplePackage OfFolder(string folder) =>
        Of([.. Directory.GetFiles(folder, "*.csv").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]);

    public static SamplePackage OfZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return Of([.. zip.Entries.Select(entry => (entry.FullName, Text(entry)))]);
    }

    /// <summary>Without any row that names the id.</summary>
    public SamplePackage Without(params string[] ids) => Change(lines => lines.Where(line => !ids.Any(id => line.Contains(id, StringComparison.Ordinal))));

    public SamplePackage WithoutFile(string file) => Of([.. _files.Where(pair => pair.Key != file).Select(pair => (pair.Key, pair.Value))]);

    public SamplePackage With(string file, string text) => Of([.. _files.Where(pair => pair.Key != file).Select(pair => (pair.Key, pair.Value)), (file, text)]);

    public SamplePackage Replace(string file, string old, string text)
    {
        Assert.Contains(old, _files[file], StringComparison.Ordinal);
        return With(file, _files[file].Replace(old, text, StringComparison.Ordinal));
    }

    public SamplePackage ReplaceAll(string old, string text) =>
        Of([.. _files.Select(pair => (pair.Key, pair.Value.Replace(old, text, StringComparison.Ordinal)))]);

    /// <summary>A package with changes of one file only: rows as they stand in a complete one, marked active or to be deleted.</summary>
    public SamplePackage Delta(string table, string status, params string[] rows)
    {
        var manifest = _files["manifest.csv"].Replace(",bulk", ",absent", StringComparison.Ordinal)
            .Replace($"file.{table},absent", $"file.{table},delta", StringComparison.Ordinal);
        var marked = rows.Select(row =>
        {
            var blanks = row.IndexOf(",,,", StringComparison.Ordinal);
            return $"{row[..blanks]},{status},2026-01-05T00:00:00.000Z,{row[(blanks + 3)..]}";
        });
        return Of(("manifest.csv", manifest), ($"{table}.csv", Header($"{table}.csv") + "\n" + string.Join('\n', marked) + "\n"));
    }

    public string Row(string file, string id) => Rows(file).First(row => row.StartsWith(id + ",", StringComparison.Ordinal));

    /// <summary>The lines of a file without its header.</summary>
    public IReadOnlyList<string> Rows(string file) => [.. _files[file].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r'))];

    public string Header(string file) => _files[file].Split('\n')[0].TrimEnd('\r');

    public byte[] ToZip()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in _files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }

    private SamplePackage Change(Func<IEnumerable<string>, IEnumerable<string>> change) =>
        Of([.. _files.Select(pair => (pair.Key, Changed(pair.Value, change)))]);

    private static string Changed(string text, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        var lines = text.Split('\n');
        return lines[0] + "\n" + string.Join('\n', change(lines.Skip(1)));
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
