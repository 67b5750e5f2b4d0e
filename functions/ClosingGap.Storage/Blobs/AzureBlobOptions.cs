using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Blobs;

/// <summary>Settings of the blob store (section <c>ClosingGap:Store:Blobs</c>). Memory of one upload: BlockBytes × UploadConcurrency.</summary>
public sealed record AzureBlobOptions
{
    /// <summary>Size of an uploaded block; a smaller blob goes in one request. Bytes; default 4 MiB; 64 KiB to 64 MiB.</summary>
    public int BlockBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Blocks of one upload under way at the same time. Blocks; default 2; 1 to 16.</summary>
    public int UploadConcurrency { get; init; } = 2;

    /// <summary>Size of one range of an opened blob. Bytes; default 1 MiB; 16 KiB to 64 MiB.</summary>
    public int ReadBufferBytes { get; init; } = 1024 * 1024;

    /// <summary>Tries after the first that the client makes by itself. Tries; default 4; 0 to 20.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>Wait before the first retry; it doubles. Time; default 0.5 s; 1 ms to 1 min.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait between two tries. Time; default 15 s; 1 ms to 5 min.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for one answer of the network. Time; default 60 s; 0.1 s to 10 min.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(60);

    internal void Check()
    {
        OptionRange.Check(nameof(BlockBytes), BlockBytes, 64 * 1024, 64 * 1024 * 1024);
        OptionRange.Check(nameof(UploadConcurrency), UploadConcurrency, 1, 16);
        OptionRange.Check(nameof(ReadBufferBytes), ReadBufferBytes, 16 * 1024, 64 * 1024 * 1024);
        OptionRange.Check(nameof(MaxRetries), MaxRetries, 0, 20);
        OptionRange.Check(nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
        OptionRange.Check(nameof(MaxRetryDelay), MaxRetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(5));
        OptionRange.Check(nameof(NetworkTimeout), NetworkTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
    }
}
