namespace ClosingGap.EndToEnd.Packages;

/// <summary>The LMS files of Ed-Fi's starter kit, counted here by plain reading. No field of those read holds a comma or quote.</summary>
internal sealed record StarterKit(
    IReadOnlyList<Dictionary<string, string>> Users,
    IReadOnlyList<Dictionary<string, string>> Associations,
    IReadOnlyList<Dictionary<string, string>> Assignments,
    IReadOnlyList<Dictionary<string, string>> Submissions)
{
    private const string Id = "SourceSystemIdentifier";

    public static StarterKit Read(string folder) =>
        new(Rows(folder, "users"), Rows(folder, "section-associations"), Rows(folder, "assignments"), Rows(folder, "submissions"));

    /// <summary>By SIS identifier: how much work was due, how much of it is missing, how much was late. Everything was due before the last day of the data.</summary>
    public IReadOnlyDictionary<string, (long Due, long Missing, long Late)> WorkByStudent()
    {
        var work = new Dictionary<string, (long Due, long Missing, long Late)>(StringComparer.Ordinal);
        foreach (var user in Users.Where(user => user["UserRole"] == "student" && user["SISUserIdentifier"].Length > 0))
        {
            var sections = Associations.Where(row => row["LMSUserSourceSystemIdentifier"] == user[Id] && row["EnrollmentStatus"] == "Active")
                .Select(row => row["LMSSectionSourceSystemIdentifier"]).ToHashSet();
            var due = Assignments.Where(row => sections.Contains(row["LMSSectionSourceSystemIdentifier"])).Select(row => row[Id]).ToHashSet();
            var handedIn = Submissions.Where(row => row["LMSUserSourceSystemIdentifier"] == user[Id] && due.Contains(row["AssignmentSourceSystemIdentifier"]) && row["SubmissionStatus"] != "Missing").ToList();
            work[user["SISUserIdentifier"]] = (due.Count, due.Count - handedIn.Count, handedIn.Count(row => row["SubmissionStatus"] == "Late"));
        }

        return work;
    }

    private static List<Dictionary<string, string>> Rows(string folder, string kind)
    {
        var rows = new List<Dictionary<string, string>>();
        foreach (var file in Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == kind))
        {
            var lines = File.ReadAllLines(file);
            var header = lines[0].TrimStart('\uFEFF').Split(',');
            rows.AddRange(lines.Skip(1).Where(line => line.Length > 0).Select(line => Cells(header, line)));
        }

        return rows;
    }

    /// <summary>The cells from both ends: an assignment's texts in the middle may hold commas, and are not needed.</summary>
    private static Dictionary<string, string> Cells(string[] header, string line)
    {
        var cells = line.Split(',');
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            row[header[i]] = i == 0 || cells.Length == header.Length ? cells[i] : cells[cells.Length - header.Length + i];
        }

        return row;
    }
}
