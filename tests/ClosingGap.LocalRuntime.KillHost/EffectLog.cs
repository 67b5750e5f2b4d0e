using System.Text;

namespace ClosingGap.LocalRuntime.KillHost;

/// <summary>What activities did, one line each, on the disk before the activity returns.</summary>
internal sealed class EffectLog(string path)
{
    private readonly Lock gate = new();

    /// <summary>Writes a line and returns how often it has been written, over all processes.</summary>
    public int Write(string key)
    {
        lock (gate)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.ASCII.GetBytes(key + "\n"));
            file.Flush(flushToDisk: true);
            file.Dispose();
            return File.ReadLines(path).Count(line => string.Equals(line, key, StringComparison.Ordinal));
        }
    }
}
