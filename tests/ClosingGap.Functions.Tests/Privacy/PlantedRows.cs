using System.Text;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>Adds to a file, for each of its columns, one more row like a given one with a secret in that column.</summary>
internal static class PlantedRows
{
    /// <param name="name">What the file is called in the places of the secrets.</param>
    /// <param name="lines">The header and the rows.</param>
    /// <param name="like">Which line the added rows are like.</param>
    /// <param name="secrets">Draws the secrets.</param>
    /// <param name="id">A column whose cell is a secret of its own in each added row, so that the row is one of its own.</param>
    public static string Add(string name, IReadOnlyList<string> lines, int like, Secrets secrets, string? id = null)
    {
        var header = CsvText.Split(lines[0]);
        var text = new StringBuilder(string.Join('\n', lines)).Append('\n');
        for (var i = 0; i < header.Length && lines.Count > 1; i++)
        {
            var cells = CsvText.Split(lines[like]);
            if (cells.Length == header.Length)
            {
                if (id is not null)
                {
                    cells[Array.IndexOf(header, id)] = secrets.Plant($"{name} {id} of a row with another {header[i]}");
                }

                cells[i] = secrets.Plant($"{name} {header[i]}");
                text.Append(CsvText.Join(cells)).Append('\n');
            }
        }

        return text.ToString();
    }
}
