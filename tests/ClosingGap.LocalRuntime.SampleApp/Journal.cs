using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.SampleApp;

/// <summary>A file of what the functions did, which outlives a kill of the process. Setting <c>JournalPath</c> names it.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly Lock turn = new();
    private readonly string path = configuration["JournalPath"] ?? throw new InvalidOperationException("Setting JournalPath is missing.");

    /// <summary>The line that a function should hang after, as one that is killed in its midst.</summary>
    public string? HangAfter { get; } = configuration["HangAfter"];

    public async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }

        if (string.Equals(line, HangAfter, StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }
}
