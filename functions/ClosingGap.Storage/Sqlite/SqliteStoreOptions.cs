using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Sqlite;

/// <summary>Settings of the embedded document store (section <c>ClosingGap:Store:Sqlite</c>).</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The database file; its folder is made when missing. Default <c>.local/closinggap.db</c>, relative to the working directory.</summary>
    public string Path { get; init; } = ".local/closinggap.db";

    /// <summary>Most operations in one transaction of the writer. Operations; default 1,000; 1 to 100,000.</summary>
    public int MaxOperationsPerCommit { get; init; } = 1000;

    /// <summary>Most body bytes in one transaction of the writer (a single larger write still goes through). Bytes; default 8 MiB; 64 KiB to 256 MiB.</summary>
    public int MaxBytesPerCommit { get; init; } = 8 * 1024 * 1024;

    /// <summary>Writes that wait for the writer before a caller has to wait to hand in another. Writes; default 1,024; 1 to 100,000.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>Connections that read at the same time. Connections; default 4; 1 to 64.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Page cache of each connection. KiB; default 16,384; 256 to 1,048,576.</summary>
    public int CacheKilobytes { get; init; } = 16 * 1024;

    /// <summary>How long a call waits for a lock that another process holds. Time; default 10 s; 0 to 5 min.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often expired documents are removed from the file (readers never see them). Time; default 1 min; 1 s to 1 day.</summary>
    public TimeSpan PurgeInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Most expired documents removed in one transaction. Documents; default 500; 1 to 100,000.</summary>
    public int PurgeBatch { get; init; } = 500;

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Path);
        OptionRange.Check(nameof(MaxOperationsPerCommit), MaxOperationsPerCommit, 1, 100_000);
        OptionRange.Check(nameof(MaxBytesPerCommit), MaxBytesPerCommit, 64 * 1024, 256 * 1024 * 1024);
        OptionRange.Check(nameof(QueueLength), QueueLength, 1, 100_000);
        OptionRange.Check(nameof(Readers), Readers, 1, 64);
        OptionRange.Check(nameof(CacheKilobytes), CacheKilobytes, 256, 1024 * 1024);
        OptionRange.Check(nameof(BusyTimeout), BusyTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        OptionRange.Check(nameof(PurgeInterval), PurgeInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        OptionRange.Check(nameof(PurgeBatch), PurgeBatch, 1, 100_000);
    }
}
