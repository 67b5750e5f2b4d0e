using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>The method behind a function: how to make its object, its arguments, the call and its result.</summary>
internal sealed class FunctionMethod
{
    private readonly ObjectFactory? factory;
    private readonly MethodInvoker invoker;
    private readonly Func<object?, Task<object?>> awaitResult;

    public FunctionMethod(MethodInfo method, LocalFunctionDefinition definition, IReadOnlyList<ParameterSource> parameters)
    {
        Definition = definition;
        Parameters = parameters;
        invoker = MethodInvoker.Create(method);
        awaitResult = ResultAwaiter.For(method.ReturnType);
        factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
    }

    public LocalFunctionDefinition Definition { get; }

    public IReadOnlyList<ParameterSource> Parameters { get; }

    public bool IsStatic => factory is null;

    /// <summary>A new object of the function's class from the invocation's services; null for a static method.</summary>
    public object? CreateInstance(IServiceProvider services) => factory?.Invoke(services, null);

    /// <summary>Calls the method and awaits what it gives; null when it gives nothing.</summary>
    public Task<object?> CallAsync(object? instance, object?[] arguments) => awaitResult(invoker.Invoke(instance, arguments.AsSpan()));
}
