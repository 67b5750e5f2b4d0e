namespace ClosingGap.LocalRuntime;

/// <summary>The address at which this process answers HTTP; a singleton service of the app.</summary>
public sealed class LocalHttpAddress
{
    private readonly TaskCompletionSource<Uri> bound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The base address with the port that was bound, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    /// <exception cref="InvalidOperationException">The host has not started yet.</exception>
    public Uri Value => bound.Task.IsCompletedSuccessfully
        ? bound.Task.Result
        : throw new InvalidOperationException("The address is known once the host has started; await WaitAsync, or start the host first.");

    /// <summary>Waits until the address is bound.</summary>
    public Task<Uri> WaitAsync(CancellationToken cancellationToken = default) => bound.Task.WaitAsync(cancellationToken);

    internal void Bind(Uri address) => bound.TrySetResult(address);
}
