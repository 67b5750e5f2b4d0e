namespace ClosingGap.Pipeline.Ports;

/// <summary>The end of one write.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ETag">The new ETag when written.</param>
public readonly record struct WriteResult(WriteStatus Status, string? ETag = null)
{
    /// <summary>True when it is stored.</summary>
    public bool IsWritten => Status == WriteStatus.Written;
}
