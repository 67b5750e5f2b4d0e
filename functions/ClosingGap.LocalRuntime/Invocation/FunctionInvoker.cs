using System.Diagnostics;
using ClosingGap.LocalRuntime.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>
/// Runs functions through the app's middleware. Nothing in here leaves the caller's synchronization context: an
/// orchestrator runs on the engine's own.
/// </summary>
internal sealed class FunctionInvoker
{
    private static readonly ActivitySource Source = new("ClosingGap.LocalRuntime");
    private readonly FunctionExecutionDelegate pipeline;
    private readonly IServiceScopeFactory scopes;
    private readonly InvocationLog log;

    public FunctionInvoker(
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middlewares, IServiceScopeFactory scopes, InvocationLog log)
    {
        this.scopes = scopes;
        this.log = log;
        pipeline = middlewares.Reverse().Aggregate((FunctionExecutionDelegate)RunFunctionAsync, (next, middleware) => middleware(next));
    }

    /// <summary>A context for one invocation; the caller runs it, reads its result, and disposes it.</summary>
    public LocalFunctionContext CreateContext(
        LocalFunction function,
        object trigger,
        IReadOnlyDictionary<string, object?> bindingData,
        CancellationToken cancellationToken,
        TraceContext? trace = null) =>
        new(function.Method, trigger, bindingData, scopes, trace ?? CurrentTrace(), cancellationToken);

    /// <summary>Runs middleware and function. A failure is logged (type and stack) and thrown on.</summary>
    public async Task<object?> RunAsync(FunctionContext context)
    {
        ActivityContext.TryParse(context.TraceContext.TraceParent, context.TraceContext.TraceState, isRemote: true, out var parent);
        using var activity = Source.StartActivity(context.FunctionDefinition.Name, ActivityKind.Server, parent);
        try
        {
            await pipeline(context);
            return InvocationState.Of(context).Result.Value;
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            if (!(failure is OperationCanceledException && context.CancellationToken.IsCancellationRequested))
            {
                log.Failed(context.FunctionDefinition.Name, context.InvocationId, failure);
            }

            throw;
        }
    }

    /// <summary>
    /// Runs an orchestrator's episode. Middleware that awaits something unfinished before it calls the next one would go on
    /// outside the engine's control, so it is refused, as in Azure.
    /// </summary>
    /// <exception cref="InvalidOperationException">Middleware awaited something of its own before the orchestrator.</exception>
    public async Task<object?> RunOrchestratorAsync(FunctionContext context)
    {
        var state = InvocationState.Of(context);
        var running = pipeline(context);
        if (!running.IsCompleted && !state.FunctionReached)
        {
            throw new InvalidOperationException(
                $"LR201: orchestrator '{context.FunctionDefinition.Name}' was not reached, because middleware awaited something before it called the next one. "
                + "Let orchestrations pass without awaiting: use UseWhen, or call next first.");
        }

        await running;
        return state.Result.Value;
    }

    private static LocalTraceContext CurrentTrace() => new(Activity.Current?.Id, Activity.Current?.TraceStateString);

    private static async Task RunFunctionAsync(FunctionContext context)
    {
        var state = InvocationState.Of(context);
        state.FunctionReached = true;
        var method = state.Method;
        var arguments = new object?[method.Parameters.Count];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = await method.Parameters[index](context, state);
        }

        var instance = method.IsStatic ? null : method.CreateInstance(context.InstanceServices);
        try
        {
            state.Result.Value = await method.CallAsync(instance, arguments);
        }
        finally
        {
            foreach (var argument in arguments)
            {
                if (argument is Stream stream)
                {
                    await stream.DisposeAsync();
                }
            }

            if (instance is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }
}
