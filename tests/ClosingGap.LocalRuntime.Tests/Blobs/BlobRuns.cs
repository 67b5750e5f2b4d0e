namespace ClosingGap.LocalRuntime.Tests.Blobs;

/// <summary>Records what blob functions were run with; a gate can hold or fail them.</summary>
public sealed class BlobRuns
{
    /// <summary>A captured value that marks a listing, and is no run of its own.</summary>
    public const string Marker = "~marker";

    private readonly List<string> runs = [];
    private int markers;
    private int concurrent;

    public Func<string, Task> Gate { get; set; } = _ => Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public int Markers => Volatile.Read(ref markers);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (runs)
            {
                return [.. runs];
            }
        }
    }

    public async Task RunAsync(string what)
    {
        if (what.StartsWith(Marker, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref markers);
            return;
        }

        lock (runs)
        {
            runs.Add(what);
            MostAtOnce = Math.Max(MostAtOnce, ++concurrent);
        }

        try
        {
            await Gate(what);
        }
        finally
        {
            lock (runs)
            {
                concurrent--;
            }
        }
    }
}
