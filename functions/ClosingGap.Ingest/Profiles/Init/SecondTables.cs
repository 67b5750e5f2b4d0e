using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Finds what a file of students holds beside the students: many systems export one wide file where the standard has three.</summary>
internal static class SecondTables
{
    public static IEnumerable<TableMatch> Of(IReadOnlyList<TableMatch> matches)
    {
        var keys = KeyChooser.Choose(matches);
        var matcher = new ColumnMatcher(keys);
        foreach (var table in new[] { "demographics", "schoolEnrollments" }.Where(table => matches.All(match => match.Table != table)))
        {
            var clues = Clues.Default.Tables[table];
            foreach (var users in matches.Where(match => match.Table == "users" && UserKinds.RoleOf(match.File) == "student" && match.Columns.ContainsKey("sourcedId")))
            {
                var columns = matcher.Match(users.File, CanonicalTables.Get(table), clues);
                columns[table == "demographics" ? "sourcedId" : "userSourcedId"] = users.Columns["sourcedId"];
                if (table == "schoolEnrollments" && columns.GetValueOrDefault("sourcedId") is not null)
                {
                    columns.Remove("sourcedId");
                }

                if (clues.Needs.All(group => group.Any(columns.ContainsKey)))
                {
                    yield return users with { Table = table, Columns = columns };
                }
            }
        }
    }
}
