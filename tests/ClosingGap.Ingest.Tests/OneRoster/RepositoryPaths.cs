namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Finds data that lies beside the repository.</summary>
internal static class RepositoryPaths
{
    private const string Solution = "ClosingGap.Functions.sln";

    /// <summary>The path of shared data, or a skip with the reason.</summary>
    public static string SharedData(string relative)
    {
        var path = Path.Combine(Root.Parent!.FullName, "shared", "data", relative);
        Assert.SkipUnless(Path.Exists(path), $"The data {relative} is not beside the repository.");
        return path;
    }

    /// <summary>The path of a file of the repository.</summary>
    public static string InRepository(string relative) => Path.Combine(Root.FullName, relative);

    private static DirectoryInfo Root
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, Solution)))
            {
                directory = directory.Parent ?? throw new InvalidOperationException($"{Solution} is in no folder above the tests.");
            }

            return directory;
        }
    }
}
