using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

/// <summary>A store with a way to let its clock run, ended together with what it stands on.</summary>
public sealed class StoreUnderTest(IDocumentStore store, Func<TimeSpan, Task> letTimePass, Func<ValueTask> dispose) : IAsyncDisposable
{
    public IDocumentStore Store { get; } = store;

    public Task LetTimePassAsync(TimeSpan time) => letTimePass(time);

    public ValueTask DisposeAsync() => dispose();
}
