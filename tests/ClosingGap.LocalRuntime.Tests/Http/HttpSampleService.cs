namespace ClosingGap.LocalRuntime.Tests.Http;

/// <summary>Scoped: counts scopes and disposed function objects.</summary>
public sealed class HttpSampleService(HttpSampleCounter counter)
{
    public int ScopeNumber { get; } = counter.NextScope();

    public int Disposed => counter.Disposed;

    public int Next() => counter.NextCall();

    public void CountDisposed() => counter.CountDisposed();
}
