using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Contracts;

/// <summary>All file contracts: OneRoster 1.1 and 1.2 CSV binding, the extension files, and what mapped tables are held to.</summary>
internal static class FileContracts
{
    /// <summary>What is referred to comes first; the canonical tables stand in the order of <see cref="CanonicalTables.All"/>.</summary>
    public static readonly IReadOnlyList<string> ProcessingOrder =
    [
        "orgs", "academicSessions", "courses", "classes", "calendarDates", "graduationPlans", "assessments", "lmsSections", "lmsAssignments",
        "resources", "users", "userProfiles", "roles",
        "enrollments", "demographics", "schoolEnrollments", "studentPrograms", "attendance", "gradingPeriodGrades", "courseTranscripts",
        "disciplineIncidents", "disciplineActions", "assessmentResults", "interventions",
        "lmsUsers", "lmsSectionAssociations", "lmsSubmissions", "lmsGrades", "lmsActivities", "lmsAttendanceEvents", "categories", "lineItems", "results", "scoreScales", "lineItemScoreScales",
        "resultScoreScales", "lineItemLearningObjectiveIds", "resultLearningObjectiveIds", "classResources", "courseResources", "userResources",
    ];

    /// <summary>The two columns that make a file of changes, of which an extension file may have both, as the standard's files do.</summary>
    private static readonly IReadOnlyList<ContractColumn> s_lifecycle =
    [
        new() { Name = "status", Required = ValueRequirement.Delta, Type = CellType.Enum, Enum = ["active", "tobedeleted"] },
        new() { Name = "dateLastModified", Required = ValueRequirement.Delta, Type = CellType.DateTime },
    ];

    private static readonly Dictionary<string, Dictionary<string, FileContract>> s_versions = Load("oneroster.json", isExtension: false);
    private static readonly Dictionary<string, FileContract> s_extensions = Load("extensions.json", isExtension: true)["extensions"];

    private static readonly Lazy<ILookup<string, string>> s_referring = new(() => s_versions.Values.Append(s_extensions)
        .SelectMany(static files => files.Values)
        .SelectMany(static contract => contract.Columns.Select(column => (column.Ref, contract.Name)))
        .Where(static pair => pair.Ref is not null)
        .Distinct()
        .ToLookup(static pair => pair.Ref!, static pair => pair.Name, StringComparer.Ordinal));

    /// <summary>The versions known, ascending.</summary>
    public static IReadOnlyList<string> Versions { get; } = [.. s_versions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The files that a version of the standard names.</summary>
    public static IReadOnlyDictionary<string, FileContract> OfVersion(string version) => s_versions[version];

    /// <summary>The extension files.</summary>
    public static IReadOnlyDictionary<string, FileContract> Extensions => s_extensions;

    /// <summary>The contract of a table in a version, extension files included; null when there is none.</summary>
    public static FileContract? Find(string version, string table) =>
        s_versions[version].GetValueOrDefault(table) ?? s_extensions.GetValueOrDefault(table);

    /// <summary>True for a table whose rows name records of another system's table.</summary>
    public static bool HasJoins(string table) => s_extensions.TryGetValue(table, out var contract) && contract.Columns.Any(column => column.Join);

    /// <summary>
    /// The contract of a canonical table that a profile mapped: its own columns, with the rules of either version; required is what every
    /// version requires, and there is no lifecycle.
    /// </summary>
    public static FileContract Mapped(CanonicalTable table)
    {
        if (s_extensions.TryGetValue(table.Name, out var extension))
        {
            return new FileContract(table.Name, isExtension: true, [.. extension.Columns.Where(column => !s_lifecycle.Contains(column))]);
        }

        var versions = s_versions.Values.Select(files => files.GetValueOrDefault(table.Name)).OfType<FileContract>().ToArray();
        return new FileContract(table.Name, isExtension: true, [.. table.Columns.Select(column => Merge(column.Name, versions))]);
    }

    /// <summary>True when a column of some contract names records of this table.</summary>
    public static bool IsReferredTo(string table) => s_referring.Value.Contains(table);

    /// <summary>The tables that have a column which names records of this table.</summary>
    public static IEnumerable<string> ReferringTo(string table) => s_referring.Value[table];

    private static ContractColumn Merge(string name, FileContract[] versions)
    {
        var found = versions.SelectMany(contract => contract.Columns.Where(column => (column.Canonical ?? column.Name) == name)).ToArray();
        var tokens = found.SelectMany(column => column.Enum ?? []).Distinct(StringComparer.Ordinal).ToArray();
        return found[0] with
        {
            Name = name,
            Required = found.Length == versions.Length && found.All(column => column.Required == ValueRequirement.Yes)
                ? ValueRequirement.Yes
                : ValueRequirement.No,
            Enum = tokens.Length > 0 ? tokens : null,
            Extensible = found.Any(column => column.Extensible),
        };
    }

    private static Dictionary<string, Dictionary<string, FileContract>> Load(string file, bool isExtension)
    {
        var resource = "ClosingGap.Ingest.Contracts." + file;
        using var stream = typeof(FileContracts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        return ContractReader.Read(stream).ToDictionary(
            version => version.Key,
            version => version.Value.ToDictionary(
                table => table.Key,
                table => new FileContract(table.Key, isExtension, isExtension ? [.. table.Value, .. s_lifecycle] : table.Value),
                StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
