using ClosingGap.LocalRuntime.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>
/// One invocation. Its scope of services is made when first asked for: an orchestrator's episode, which is static and may
/// never end, then leaves none behind.
/// </summary>
internal sealed class LocalFunctionContext : FunctionContext, IAsyncDisposable
{
    private readonly FunctionMethod method;
    private readonly IServiceScopeFactory scopes;
    private readonly CancellationToken cancellationToken;
    private AsyncServiceScope? scope;
    private IServiceProvider? services;

    public LocalFunctionContext(
        FunctionMethod method,
        object trigger,
        IReadOnlyDictionary<string, object?> bindingData,
        IServiceScopeFactory scopes,
        TraceContext trace,
        CancellationToken cancellationToken)
    {
        TraceContext = trace;
        this.method = method;
        this.scopes = scopes;
        this.cancellationToken = cancellationToken;
        BindingContext = new LocalBindingContext(bindingData);
        Features = new InvocationFeatures();
        Features.Set(new InvocationState(method, trigger));
    }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => method.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; } = new NoRetryContext();

    public override IServiceProvider InstanceServices
    {
        get => services ??= (scope ??= scopes.CreateAsyncScope()).ServiceProvider;
        set => services = value;
    }

    public override FunctionDefinition FunctionDefinition => method.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; }

    public override CancellationToken CancellationToken => cancellationToken;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
