namespace ClosingGap.Ingest.Snapshot;

/// <summary>The limits of a <see cref="StagingSink"/>.</summary>
public sealed record StagingOptions
{
    /// <summary>The least value of <see cref="BufferBytes"/>: 64 KiB.</summary>
    public const long MinBufferBytes = 64L << 10;

    /// <summary>The greatest value of <see cref="BufferBytes"/>: 1 GiB.</summary>
    public const long MaxBufferBytes = 1L << 30;

    /// <summary>Bytes of rows held in memory, over all tables and shards, before they go to disk. Default 64 MiB; 64 KiB to 1 GiB.</summary>
    public long BufferBytes { get; init; } = 64L << 20;
}
