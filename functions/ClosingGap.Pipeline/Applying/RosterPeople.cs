using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Applying;

/// <summary>Who stands in one shard of a source, on a day. Ids live in memory only.</summary>
internal sealed class RosterPeople
{
    private static readonly Dictionary<string, string[]> s_columns = new(StringComparer.Ordinal)
    {
        ["users"] = ["sourcedId", "role"],
        ["roles"] = ["userSourcedId", "role"],
        ["enrollments"] = ["sourcedId", "userSourcedId", "role", "endDate"],
        ["schoolEnrollments"] = ["userSourcedId", "exitWithdrawDate"],
        ["lmsUsers"] = ["userSourcedId", "userRole"],
        ["lmsSectionAssociations"] = ["userSourcedId"],
    };

    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seated = new(StringComparer.Ordinal);

    private RosterPeople()
    {
    }

    /// <summary>The tables that say it.</summary>
    public static IReadOnlyCollection<string> Tables => s_columns.Keys;

    public HashSet<string> Students { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ActiveStudents { get; private set; } = [];

    public HashSet<string> ActiveEnrollments { get; } = new(StringComparer.Ordinal);

    public HashSet<string> LmsStudents { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads one side of a drop.</summary>
    /// <param name="held">The tables that the source has on that side, whether or not they have rows in this shard.</param>
    /// <param name="read">Reads columns of a table; null when it has no rows in this shard.</param>
    /// <param name="on">The day on which who has ended counts.</param>
    public static async Task<RosterPeople> ReadAsync(
        IReadOnlySet<string> held, Func<CanonicalTable, string[], Task<CanonicalColumns?>> read, DateOnly on)
    {
        var people = new RosterPeople();
        foreach (var (name, columns) in s_columns)
        {
            if (held.Contains(name) && await read(CanonicalTables.Get(name), columns) is { } rows)
            {
                people.Take(name, rows, on);
            }
        }

        people.ActiveStudents = held.Contains("schoolEnrollments") ? people.StudentsOf(people._members)
            : held.Contains("enrollments") ? people.StudentsOf(people._seated)
            : people.Students;
        return people;
    }

    private HashSet<string> StudentsOf(HashSet<string> active)
    {
        active.IntersectWith(Students);
        return active;
    }

    private void Take(string table, CanonicalColumns rows, DateOnly on)
    {
        switch (table)
        {
            case "users":
                Add(Students, rows, "sourcedId", IsStudent(rows, "role"));
                break;
            case "roles":
                Add(Students, rows, "userSourcedId", IsStudent(rows, "role"));
                break;
            case "enrollments":
                var (isStudent, ends) = (IsStudent(rows, "role"), rows.Dates("endDate"));
                Add(ActiveEnrollments, rows, "sourcedId", row => !(ends[row] <= on));
                Add(_seated, rows, "userSourcedId", row => isStudent(row) && !(ends[row] <= on));
                break;
            case "schoolEnrollments":
                var exits = rows.Dates("exitWithdrawDate");
                Add(_members, rows, "userSourcedId", row => !(exits[row] <= on));
                break;
            case "lmsUsers":
                var roles = rows.Texts("userRole");
                Add(LmsStudents, rows, "userSourcedId", row => roles[row] is null || string.Equals(roles[row], "student", StringComparison.OrdinalIgnoreCase));
                break;
            default:
                Add(LmsStudents, rows, "userSourcedId", _ => true);
                break;
        }
    }

    private static Func<int, bool> IsStudent(CanonicalColumns rows, string column)
    {
        var roles = rows.Texts(column);
        return row => string.Equals(roles[row], "student", StringComparison.Ordinal);
    }

    private static void Add(HashSet<string> ids, CanonicalColumns rows, string column, Func<int, bool> counts)
    {
        var texts = rows.Texts(column);
        for (var row = 0; row < texts.Length; row++)
        {
            if (texts[row] is { } id && counts(row))
            {
                ids.Add(id);
            }
        }
    }
}
