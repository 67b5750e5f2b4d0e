using ClosingGap.TestSupport;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>The beginning of every file of an Ed-Fi district that a profile maps, with rows that hold secrets.</summary>
internal static class PlantedEdFi
{
    private const int RowsKept = 40;

    public static IReadOnlyDictionary<string, string> Make(Secrets secrets) =>
        Directory.GetFiles(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend"), "*.csv").ToDictionary(
            path => Path.GetFileName(path),
            path => PlantedRows.Add(Path.GetFileName(path), [.. File.ReadLines(path).Take(RowsKept)], 1, secrets),
            StringComparer.Ordinal);
}
