namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Wraps every invocation of every function.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
