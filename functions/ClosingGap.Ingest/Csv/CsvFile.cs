namespace ClosingGap.Ingest.Csv;

/// <summary>A CSV file read forward: its header, then its rows, in buffers of bounded size.</summary>
public sealed class CsvFile : IAsyncDisposable
{
    /// <summary>The header's names as they stand in the file, trimmed of nothing; empty for an empty file.</summary>
    public IReadOnlyList<string> Header => throw new NotImplementedException();

    /// <summary>What is wrong with the header's record itself, or null.</summary>
    public string? HeaderFault => throw new NotImplementedException();

    /// <summary>Opens a stream and reads its header. The file owns the stream.</summary>
    /// <exception cref="CsvUnreadableException">The header cannot be read.</exception>
    public static Task<CsvFile> OpenAsync(Stream stream, CsvOptions? options, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Streams the rows once.</summary>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    public IAsyncEnumerable<CsvRow> ReadAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
