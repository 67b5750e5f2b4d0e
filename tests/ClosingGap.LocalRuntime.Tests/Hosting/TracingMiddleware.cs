using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ClosingGap.LocalRuntime.Tests.Hosting;

public sealed class TracingMiddleware(MiddlewareTrace trace) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var steps = new List<string> { "outer in" };
        context.Items["trace"] = steps;
        await next(context);
        steps.Add("outer out");
        trace.Add(context.FunctionDefinition.Name, steps, context);
        if (context.GetHttpContext() is not null)
        {
            context.GetInvocationResult().Value = Results.Text($"replaced '{context.GetInvocationResult<string>().Value}'");
        }
    }
}
