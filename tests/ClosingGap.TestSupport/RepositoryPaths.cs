namespace ClosingGap.TestSupport;

/// <summary>Where the repository and the shared sample data lie, found from the test's own folder.</summary>
public static class RepositoryPaths
{
    private const string SolutionFile = "ClosingGap.Functions.sln";

    /// <summary>The folder that holds the solution file.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above the test assembly holds the solution.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// The folder of shared sample data, or null when this checkout has none. <c>CLOSINGGAP_SHARED_DATA</c> names it;
    /// otherwise <c>../shared/data</c> beside the repository is looked for.
    /// </summary>
    public static string? SharedData { get; } = FindSharedData();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds {SolutionFile}: run the tests from a checkout of the repository.");
    }

    private static string? FindSharedData()
    {
        var named = Environment.GetEnvironmentVariable("CLOSINGGAP_SHARED_DATA");
        var path = string.IsNullOrWhiteSpace(named)
            ? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"))
            : Path.GetFullPath(named);
        return Directory.Exists(path) ? path : null;
    }
}
