using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Makes the sources of a draft out of recognised files, and fills by other files or constants what they lack.</summary>
internal sealed class SourceDrafter(IReadOnlyList<TableMatch> matches, InitOptions options)
{
    private const string MadeSchool = "eachSchool";

    /// <summary>Below this share of known ids a reference is most likely none.</summary>
    private const double Doubtful = 0.5;

    private readonly ColumnDrafter _columns = new(options);
    private readonly Dictionary<string, IReadOnlyList<ColumnSketch>> _keys = KeyChooser.Choose(matches);

    public DraftSource? Draft(TableMatch match)
    {
        var table = CanonicalTables.Get(match.Table);
        var clues = Clues.Default.Tables[match.Table];
        var contract = FileContracts.Mapped(table);
        var drafted = new Dictionary<string, DraftColumn>(StringComparer.Ordinal);
        var doubts = 0;
        foreach (var (name, sketch) in match.Columns)
        {
            var column = contract.Columns[contract.IndexOf(name)];
            var isDoubtful = column.Ref is { } target && _keys.TryGetValue(target, out var ids) && sketch.Filled > 0
                && ids.Max(other => sketch.Ids.ContainedIn(other.Ids)) < Doubtful;
            if (isDoubtful && (column.Required != ValueRequirement.Yes || column.LenientOptional))
            {
                continue;
            }

            doubts += isDoubtful ? 1 : 0;
            var draft = _columns.Draft(match.Table, name, sketch);
            drafted.Add(name, isDoubtful ? draft with { Note = $"few of its values are ids of {column.Ref}: the ids may be made of several columns" } : draft);
        }

        var all = Schools(match, drafted);
        foreach (var column in contract.Columns.Where(column => !drafted.ContainsKey(column.Name)))
        {
            if (Otherwise(match, clues, column) is { } other)
            {
                drafted.Add(column.Name, other);
            }
        }

        if (table.Key is [var key] && !drafted.ContainsKey(key))
        {
            if (NaturalKey(clues, key, drafted) is not { } made)
            {
                return null;
            }

            drafted.Add(key, made);
        }

        var missing = contract.Columns
            .Where(column => column is { Required: ValueRequirement.Yes, LenientOptional: false } && !drafted.ContainsKey(column.Name)).Select(column => column.Name).ToArray();
        var confidence = match.NameScore == 0 || missing.Length + doubts > 1 ? Confidence.Low : missing.Length + doubts > 0 ? Confidence.Medium : Confidence.High;
        return new DraftSource(
            match.File.File,
            match.Table,
            confidence,
            [.. table.Columns.Where(column => drafted.ContainsKey(column.Name)).Select(column => drafted[column.Name])],
            all,
            table.Key is [var id] && match.Columns.TryGetValue(id, out var own) && !own.IsUnique && own.Filled > 0,
            missing,
            [.. match.File.Columns.Where(column => !match.Columns.Any(pair => pair.Value == column && drafted.ContainsKey(pair.Key))).Select(column => column.Name)]);
    }

    /// <summary>A calendar that names no school holds for all of them.</summary>
    private ApplyToAllMapping? Schools(TableMatch match, Dictionary<string, DraftColumn> drafted)
    {
        if (match.Table != "calendarDates" || drafted.ContainsKey("schoolSourcedId")
            || matches.FirstOrDefault(other => other.Table == "orgs" && !IsDistrict(other.File)) is not { } orgs
            || !orgs.Columns.TryGetValue("sourcedId", out var id))
        {
            return null;
        }

        drafted.Add("schoolSourcedId", new DraftColumn("schoolSourcedId", new ColumnValue(MadeSchool), null, []));
        return new ApplyToAllMapping(orgs.File.File, id.Name, [], MadeSchool);
    }

    private DraftColumn? Otherwise(TableMatch match, TableClues clues, ContractColumn missing)
    {
        var column = missing.Name;
        if (match.Table == "users" && FromRoles(match, column) is { } role)
        {
            return role;
        }

        if (Constant(match, clues, column) is { } constant)
        {
            return new DraftColumn(column, new ConstantValue(constant), "nothing in the file says it", []);
        }

        if (missing.Required != ValueRequirement.Yes)
        {
            return null;
        }

        if (column == "schoolSourcedId" && match.Columns.TryGetValue("userSourcedId", out var user) && StudentsWithSchool() is var (file, id, school))
        {
            return new DraftColumn(
                column,
                new LookupValue(file, new Dictionary<string, ValueMapping> { [id] = new ColumnValue(user.Name) }, school, [], null, MissingEntry.Reject),
                "the student's own school",
                []);
        }

        if (column == "schoolYear" && (match.Columns.GetValueOrDefault("endDate") ?? match.Columns.GetValueOrDefault("entryDate"))?.LastDay is { } last)
        {
            var year = last.Month >= 7 ? last.Year + 1 : last.Year;
            return new DraftColumn(column, new ConstantValue(year.ToString(CultureInfo.InvariantCulture)), "guessed from the latest day", []);
        }

        return null;
    }

    /// <summary>Some systems say in a file of roles what a user is, and where.</summary>
    private DraftColumn? FromRoles(TableMatch match, string column)
    {
        var wanted = column switch { "role" => "role", "orgSourcedIds" => "orgSourcedId", _ => null };
        if (wanted is null || !match.Columns.TryGetValue("sourcedId", out var id)
            || matches.FirstOrDefault(other => other.Table == "roles") is not { } roles
            || !roles.Columns.TryGetValue(wanted, out var value))
        {
            return null;
        }

        var key = new Dictionary<string, ValueMapping> { [roles.Columns["userSourcedId"].Name] = new ColumnValue(id.Name) };
        return new DraftColumn(column, new LookupValue(roles.File.File, key, value.Name, [], null, MissingEntry.Blank), "the first of several counts", []);
    }

    private static string? Constant(TableMatch match, TableClues clues, string column) => (match.Table, column) switch
    {
        ("users", "role") => UserKinds.RoleOf(match.File),
        ("enrollments", "role") when UserKinds.RoleOf(match.File) == "teacher" => "teacher",
        ("orgs", "type") when IsDistrict(match.File) => "district",
        _ => clues.Constants?.GetValueOrDefault(column),
    };

    private static bool IsDistrict(FileSketch file) => UserKinds.Has(file, "district", "districts", "agency", "lea");

    private (string File, string Id, string School)? StudentsWithSchool()
    {
        foreach (var match in matches.Where(match => match.Table is "users" or "schoolEnrollments"))
        {
            var id = match.Columns.GetValueOrDefault(match.Table == "users" ? "sourcedId" : "userSourcedId");
            var school = match.Columns.GetValueOrDefault(match.Table == "users" ? "orgSourcedIds" : "schoolSourcedId");
            if (id is not null && school is not null && (match.Table != "users" || UserKinds.RoleOf(match.File) == "student"))
            {
                return (match.File.File, id.Name, school.Name);
            }
        }

        return null;
    }

    /// <summary>An id out of what identifies a row; at least two parts, or the row would not be told apart.</summary>
    private static DraftColumn? NaturalKey(TableClues clues, string key, Dictionary<string, DraftColumn> drafted)
    {
        var parts = (clues.Natural ?? []).Where(drafted.ContainsKey).Select(name => drafted[name].Value).ToArray();
        return parts.Length < 2 ? null : new DraftColumn(key, new ConcatValue(parts, "-", SkipBlank: false), "made of what tells a row apart", []);
    }
}
