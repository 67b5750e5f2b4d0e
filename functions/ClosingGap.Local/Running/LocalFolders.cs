namespace ClosingGap.Local.Running;

/// <summary>Where things lie on this computer.</summary>
/// <param name="Data">All data of this installation.</param>
/// <param name="Tools">Programs that are installed once, whatever the data folder.</param>
internal sealed record LocalFolders(string Data, string Tools)
{
    private const string SolutionFile = "ClosingGap.Functions.sln";
    private const string DataFolder = ".local";

    public string Emulator => Path.Combine(Data, "azurite");

    public string Documents => Path.Combine(Data, "closinggap.db");

    public string RuntimeState => Path.Combine(Data, "runtime.db");

    public string DurableState => Path.Combine(Data, "durable.db");

    public string Secrets => Path.Combine(Data, "secrets.json");

    public string Endpoints => Path.Combine(Data, "endpoints.json");

    public string Sample => Path.Combine(Data, "sample");

    public string Temporary => Path.Combine(Data, "tmp");

    /// <summary>The folders, made where they are missing. Without a folder of one's own: <c>.local</c> of the repository, else of the current folder.</summary>
    public static LocalFolders Prepare(string? data)
    {
        var root = Path.Combine(FindRepository() ?? Directory.GetCurrentDirectory(), DataFolder);
        var folders = new LocalFolders(data ?? root, Path.Combine(root, "tools"));
        try
        {
            Directory.CreateDirectory(folders.Data);
            Directory.CreateDirectory(folders.Tools);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalFaultException($"data_folder: {folders.Data} cannot be made. Give a folder that you may write to: --data DIR.");
        }

        return folders;
    }

    private static string? FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
