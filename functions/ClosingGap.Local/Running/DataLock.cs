namespace ClosingGap.Local.Running;

/// <summary>One process at a time works in a data folder; the system takes the lock back when that process ends.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <exception cref="LocalFaultException">Another process works in the folder.</exception>
    public static DataLock Take(LocalFolders folders)
    {
        try
        {
            return new DataLock(new FileStream(Path.Combine(folders.Data, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new LocalFaultException(
                $"data_in_use: another ClosingGap.Local works in {folders.Data}. Its address is in {folders.Endpoints}. End it, or give another folder: --data DIR.");
        }
    }

    public void Dispose() => _file.Dispose();
}
