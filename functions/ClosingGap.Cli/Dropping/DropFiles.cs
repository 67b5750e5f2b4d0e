namespace ClosingGap.Cli.Dropping;

/// <summary>The files of a folder that is dropped.</summary>
internal static class DropFiles
{
    /// <summary>Names with forward slashes and full paths, in ordinal order of names; hidden files and folders are passed over.</summary>
    /// <exception cref="CliException">There is no file.</exception>
    public static IReadOnlyList<(string Name, string Path)> Of(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? files
            : throw new CliException(ExitCodes.WrongUse, $"{folder} holds no file: give the folder with the CSV files of the export.");
    }
}
