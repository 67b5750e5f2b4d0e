namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Finds data that lies beside the repository.</summary>
internal static class RepositoryPaths
{
    private const string Solution = "ClosingGap.Functions.sln";

    /// <summary>The path of shared data, or a skip with the reason.</summary>
    public static string SharedData(string relative)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, Solution)))
        {
            directory = directory.Parent;
        }

        Assert.NotNull(directory);
        var path = Path.Combine(directory.Parent!.FullName, "shared", "data", relative);
        Assert.SkipUnless(Path.Exists(path), $"The data {relative} is not beside the repository.");
        return path;
    }
}
