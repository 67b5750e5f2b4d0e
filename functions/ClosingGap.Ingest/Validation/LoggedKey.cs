namespace ClosingGap.Ingest.Validation;

/// <summary>The key of a row, in two words.</summary>
internal readonly struct LoggedKey(ulong hash, long row, bool isAccepted)
{
    private readonly ulong _row = ((ulong)row << 1) | (isAccepted ? 1UL : 0UL);

    /// <summary>The hash of the key.</summary>
    public ulong Hash { get; } = hash;

    /// <summary>The number of the row.</summary>
    public long Row => (long)(_row >> 1);

    /// <summary>True when nothing else was wrong with the row.</summary>
    public bool IsAccepted => (_row & 1) != 0;
}
