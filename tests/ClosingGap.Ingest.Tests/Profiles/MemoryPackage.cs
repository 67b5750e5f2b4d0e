using System.Text;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>A package of small files made in a test.</summary>
internal sealed class MemoryPackage : IPackage
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<PackageEntry> Entries => [.. _files.Select(file => new PackageEntry(file.Key, file.Value.Length))];

    public IReadOnlyList<(string Name, byte[] Content)> Files => [.. _files.Select(file => (file.Key, file.Value))];

    /// <summary>How often each file was opened.</summary>
    public Dictionary<string, int> Opened { get; } = new(StringComparer.Ordinal);

    public MemoryPackage With(string name, params string[] lines) => With(name, Encoding.UTF8.GetBytes(string.Join("\n", lines) + "\n"));

    public MemoryPackage With(string name, byte[] content)
    {
        _files[name] = content;
        return this;
    }

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        Opened[name] = Opened.GetValueOrDefault(name) + 1;
        return Task.FromResult<Stream>(new MemoryStream(_files[name], writable: false));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
