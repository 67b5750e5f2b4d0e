using System.Text;
using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Lms;

/// <summary>The newest files of an LMS tree, read by this test's own few lines, to count by.</summary>
internal sealed class LmsTree
{
    private LmsTree(string folder) => Folder = folder;

    public string Folder { get; }

    public static LmsTree Sample(string name) => new(RepositoryPaths.SharedData(Path.Combine("edfi-lms-toolkit", name)));

    /// <summary>The rows of all folders whose path fits, of each the file that is last by name.</summary>
    public IReadOnlyList<Dictionary<string, string>> Rows(Func<string, bool> folderFits) =>
    [
        .. Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal)
            .Where(files => folderFits(Path.GetRelativePath(Folder, files.Key).Replace('\\', '/').ToLowerInvariant()))
            .SelectMany(files => Read(files.Order(StringComparer.Ordinal).Last())),
    ];

    public IReadOnlyList<Dictionary<string, string>> Rows(string lastFolder) =>
        Rows(folder => folder == lastFolder || folder.EndsWith("/" + lastFolder, StringComparison.Ordinal));

    /// <summary>From the LMS's id of each student with an identifier to that identifier.</summary>
    public IReadOnlyDictionary<string, string> Students() => Rows("users")
        .Where(user => user["UserRole"] == "student" && user["SISUserIdentifier"].Length > 0)
        .ToDictionary(user => user["SourceSystemIdentifier"], user => user["SISUserIdentifier"], StringComparer.Ordinal);

    private static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        var records = Records(File.ReadAllText(file)).ToList();
        return records.Skip(1).Where(cells => cells.Count > 1).Select(cells =>
            records[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim(), StringComparer.Ordinal));
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var character in text + "\n")
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || character is not (',' or '\n' or '\r'))
            {
                cell.Append(character);
            }
            else if (character != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (character == '\n')
                {
                    yield return cells;
                    cells = [];
                }
            }
        }
    }
}
