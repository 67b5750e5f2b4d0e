using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// A roster table and the table that keeps its ended spells. A row of the history is a row of the roster as it was when it vanished, with
/// the day on which it vanished as its end (exclusive; its own end when that is earlier), and the day on which it returned, if it did.
/// </summary>
public sealed class RosterHistory
{
    /// <summary>The column with the day of the drop from which the row was gone.</summary>
    public const string VanishedOn = "vanishedOn";

    /// <summary>The column with the day of the drop that brought the row back: from then on the roster's row counts.</summary>
    public const string ReturnedOn = "returnedOn";

    private RosterHistory(string roster, string history, string begin, string end, params string[] place)
    {
        Roster = CanonicalTables.Get(roster);
        Table = CanonicalTables.Get(history);
        Begin = Table.Ordinal(begin);
        End = Table.Ordinal(end);
        Vanished = Table.Ordinal(VanishedOn);
        Returned = Table.Ordinal(ReturnedOn);
        Id = Table.Ordinal("sourcedId");
        Student = Table.Ordinal(Table.StudentColumn!);
        Place = [.. place.Select(Table.Ordinal)];
        Key = [.. Table.Key.Select(Table.Ordinal)];
    }

    /// <summary>The roster tables of which a history is kept.</summary>
    public static IReadOnlyList<RosterHistory> All { get; } =
    [
        new("enrollments", "enrollmentHistory", "beginDate", "endDate", "classSourcedId", "schoolSourcedId", "role"),
        new("schoolEnrollments", "schoolEnrollmentHistory", "entryDate", "exitWithdrawDate", "schoolSourcedId", "schoolYear"),
    ];

    /// <summary>What the district sends.</summary>
    public CanonicalTable Roster { get; }

    /// <summary>What is kept of it. Its first columns are the roster's.</summary>
    public CanonicalTable Table { get; }

    internal int Id { get; }

    internal int Student { get; }

    internal int Begin { get; }

    internal int End { get; }

    internal int Vanished { get; }

    internal int Returned { get; }

    /// <summary>The columns that say where the student is: a row that changes them is another spell.</summary>
    internal IReadOnlyList<int> Place { get; }

    internal IReadOnlyList<int> Key { get; }

    /// <summary>The history of that roster table, or null.</summary>
    public static RosterHistory? Of(string roster) => All.FirstOrDefault(history => string.Equals(history.Roster.Name, roster, StringComparison.Ordinal));

    /// <summary>
    /// What ended before this day is not kept: the first of July with which the school year of a day begins, less some whole years.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="years">School years kept beside the one of that day.</param>
    public static DateOnly KeptFrom(DateOnly on, int years)
    {
        const int FirstMonth = 7;
        var year = (on.Month >= FirstMonth ? on.Year : on.Year - 1) - years;
        return year < 1 ? DateOnly.MinValue : new DateOnly(year, FirstMonth, 1);
    }
}
