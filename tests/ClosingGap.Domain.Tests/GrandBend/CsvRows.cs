using System.Text;

namespace ClosingGap.Domain.Tests.GrandBend;

/// <summary>The rows of a small CSV file as column → cell; quotes as RFC 4180 has them.</summary>
internal static class CsvRows
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        string[]? header = null;
        foreach (var line in File.ReadLines(path))
        {
            var cells = Split(line);
            if (header is null)
            {
                header = cells;
                continue;
            }

            var row = new Dictionary<string, string>(header.Length, StringComparer.Ordinal);
            for (var i = 0; i < header.Length; i++)
            {
                row[header[i]] = cells[i];
            }

            yield return row;
        }
    }

    private static string[] Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
