using System.Text.Json;

namespace ClosingGap.Local.Running;

/// <summary>Where a running instance is found by other programs of this computer.</summary>
/// <param name="BaseUrl">The address of the HTTP API, without a closing slash.</param>
/// <param name="Storage">The connection string of the storage.</param>
/// <param name="Pid">The process; when it is gone, the rest says nothing.</param>
internal sealed record LocalEndpoints(string BaseUrl, string Storage, int Pid)
{
    /// <summary>Writes the file whole, for its owner only: a connection string opens a storage.</summary>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, this, LocalJson.Default.LocalEndpoints);
        }

        File.Move(draft, path, overwrite: true);
    }
}
