using System.Text.Json;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>An open task with a result of the given type.</summary>
internal sealed class OpenTaskOf<T>(DataConverter converter) : OpenTask
{
    // Continuations run at once on the orchestrator's thread; that keeps their order the same in every replay.
    private readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public override void Complete(string? payload)
    {
        try
        {
            source.TrySetResult(converter.Deserialize<T>(payload)!);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            source.TrySetException(e);
        }
    }

    public override void Fail(Exception exception) => source.TrySetException(exception);

    public override void Cancel(CancellationToken token) => source.TrySetCanceled(token);
}
