namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>Where the repository's files and the shared data lie.</summary>
internal static class ProfileTestPaths
{
    /// <summary>The directory of the solution.</summary>
    public static string Repository { get; } = Find();

    /// <summary>The shared district of Grand Bend, which may be absent.</summary>
    public static string GrandBend { get; } = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", "edfi-grand-bend"));

    public static string GrandBendProfile { get; } = Path.Combine(Repository, "profiles", "edfi-grand-bend.yaml");

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "ClosingGap.Functions.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The solution was not found above the test's directory.");
    }
}
