using System.Text;
using ClosingGap.TestSupport;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>The beginning of every file of an Ed-Fi district that a profile maps, and for each of its columns one more row with a secret in that column.</summary>
internal static class PlantedEdFi
{
    private const int RowsKept = 40;

    public static IReadOnlyDictionary<string, string> Make(Secrets secrets)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend"), "*.csv"))
        {
            var name = Path.GetFileName(path);
            var lines = File.ReadLines(path).Take(RowsKept).ToList();
            var header = CsvText.Split(lines[0]);
            var text = new StringBuilder(string.Join('\n', lines)).Append('\n');
            for (var i = 0; i < header.Length && lines.Count > 1; i++)
            {
                var cells = CsvText.Split(lines[1]);
                if (cells.Length == header.Length)
                {
                    cells[i] = secrets.Plant($"{name} {header[i]}");
                    text.Append(CsvText.Join(cells)).Append('\n');
                }
            }

            files[name] = text.ToString();
        }

        return files;
    }
}
