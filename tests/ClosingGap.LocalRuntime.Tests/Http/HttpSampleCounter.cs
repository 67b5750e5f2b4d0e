namespace ClosingGap.LocalRuntime.Tests.Http;

/// <summary>The singleton behind <see cref="HttpSampleService"/>.</summary>
public sealed class HttpSampleCounter
{
    private int scopes;
    private int calls;
    private int disposed;

    public int Disposed => disposed;

    public int NextScope() => Interlocked.Increment(ref scopes);

    public int NextCall() => Interlocked.Increment(ref calls);

    public void CountDisposed() => Interlocked.Increment(ref disposed);
}
