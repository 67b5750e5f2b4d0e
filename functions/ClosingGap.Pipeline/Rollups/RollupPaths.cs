using System.Globalization;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Where a rollup keeps what it makes. Nothing of it is read by anyone outside before it is released.</summary>
internal static class RollupPaths
{
    /// <summary>The container.</summary>
    public const string Container = "rollups";

    /// <summary>All of a rollup.</summary>
    public static string Folder(RollupId id) => $"{id.State}/{id}/";

    /// <summary>What the whole rollup shares; fixed by the first step.</summary>
    public static string Plan(RollupId id) => $"{Folder(id)}plan.json";

    /// <summary>The districts of one page, fixed by the first look.</summary>
    public static string Page(RollupId id, int page) => $"{Folder(id)}pages/{Five(page)}.json";

    /// <summary>The reference to a district's published version.</summary>
    public static string Input(RollupId id, int ordinal) => $"{Folder(id)}inputs/{Five(ordinal)}.json";

    /// <summary>All inputs together, once all are there.</summary>
    public static string Inputs(RollupId id) => $"{Folder(id)}inputs.json";

    /// <summary>The counts of a district.</summary>
    public static string Part(RollupId id, int ordinal) => $"{Folder(id)}parts/{Five(ordinal)}.json";

    /// <summary>The counts that are taken back from a district.</summary>
    public static string TakenBack(RollupId id, int ordinal) => $"{Folder(id)}taken-back/{Five(ordinal)}.json";

    /// <summary>Student keys by key; pass 0: of a district, then of the files merged to one.</summary>
    public static string Keys(RollupId id, int pass, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder(id)}keys/{pass}-{number:00000}.bin");

    /// <summary>The keys that a district does not count, as another one owns them.</summary>
    public static string Retracted(RollupId id, int ordinal) => $"{Folder(id)}retracted/{Five(ordinal)}.bin";

    /// <summary>What the search for students of several districts found; written last.</summary>
    public static string Duplicates(RollupId id) => $"{Folder(id)}duplicates.json";

    /// <summary>The organisations and groups of the table.</summary>
    public static string Table(RollupId id) => $"{Folder(id)}table.json";

    /// <summary>The true counts of a measure. Never published.</summary>
    public static string Counts(RollupId id, string measure) => $"{Folder(id)}counts/{measure}.json";

    /// <summary>Which measures are protected together; fixed once the counts are there.</summary>
    public static string Populations(RollupId id) => $"{Folder(id)}populations.json";

    /// <summary>What would be published when so many releases were made before.</summary>
    public static string Candidate(RollupId id, int releases) => string.Create(CultureInfo.InvariantCulture, $"{Folder(id)}candidate-{releases}/");

    /// <summary>The lines of a measure in a candidate, one for each organisation.</summary>
    public static string Measure(RollupId id, int releases, string measure) => $"{Candidate(id, releases)}{measure}.jsonl";

    /// <summary>What was made of the measures of one population of a candidate; written after them.</summary>
    public static string Population(RollupId id, int releases, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Candidate(id, releases)}population-{number}.json");

    /// <summary>What the candidate is, and where each line begins; written last.</summary>
    public static string Index(RollupId id, int releases) => $"{Candidate(id, releases)}index.json";

    private static string Five(int number) => number.ToString("D5", CultureInfo.InvariantCulture);
}
