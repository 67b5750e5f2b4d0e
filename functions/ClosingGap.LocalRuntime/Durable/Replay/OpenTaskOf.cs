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
        T result;
        try
        {
            result = converter.Deserialize<T>(payload)!;
        }
        catch (Exception e)
        {
            // The types are the app's, and so is what their constructors throw: it belongs to the code that awaits the result.
            source.TrySetException(e);
            return;
        }

        source.TrySetResult(result);
    }

    public override void Fail(Exception exception) => source.TrySetException(exception);

    public override void Cancel(CancellationToken token) => source.TrySetCanceled(token);
}
