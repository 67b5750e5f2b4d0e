using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Sqlite;

/// <summary>
/// Writes that one caller handed in together. It can be cancelled while it waits; once the writer has begun it, the caller waits for
/// the end, so that the caller's buffers are never read after the call.
/// </summary>
internal sealed class WriteCommand(ReadOnlyMemory<PlannedWrite> writes, bool isAtomic)
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Cancelled = 2;

    private readonly TaskCompletionSource<WriteResult[]> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public ReadOnlyMemory<PlannedWrite> Writes { get; } = writes;

    /// <summary>All or none; else each write stands for itself.</summary>
    public bool IsAtomic { get; } = isAtomic;

    public long Bytes
    {
        get
        {
            var bytes = 0L;
            foreach (ref readonly var write in Writes.Span)
            {
                bytes += write.Document.Body.Length;
            }

            return bytes;
        }
    }

    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    public void Complete(WriteResult[] results) => _completion.TrySetResult(results);

    public void Fail(Exception exception) => _completion.TrySetException(exception);

    public async Task<WriteResult[]> WaitAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var command = (WriteCommand)state!;
                if (Interlocked.CompareExchange(ref command._state, Cancelled, Waiting) == Waiting)
                {
                    command._completion.TrySetCanceled(token);
                }
            },
            this).ConfigureAwait(false);
        return await _completion.Task.ConfigureAwait(false);
    }
}
