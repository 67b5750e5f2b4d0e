using ClosingGap.LocalRuntime.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>
/// Runs an HTTP function and writes what it (or middleware) left as the result. The result is executed after all
/// middleware, as in Azure: until then middleware may replace it. A failure answers 500 and nothing more.
/// </summary>
internal sealed class HttpFunctionExecutor(FunctionInvoker invoker, InvocationLog log)
{
    public async Task ExecuteAsync(HttpFunction function, HttpContext http)
    {
        // A request under way at shutdown may end: the server waits for it, and aborts what outlasts the shutdown's limit.
        var trace = new LocalTraceContext(http.Request.Headers.TraceParent, http.Request.Headers.TraceState);
        await using var context = invoker.CreateContext(function, new HttpInvocation(http), BindingData(http), http.RequestAborted, trace);
        context.Items[HttpInvocation.ItemKey] = http;
        http.RequestServices = context.InstanceServices;
        object? result;
        try
        {
            result = await invoker.RunAsync(context);
        }
        catch (Exception failure)
        {
            Fail(failure, http);
            return;
        }

        try
        {
            await WriteAsync(result, http);
        }
        catch (Exception failure)
        {
            if (!http.RequestAborted.IsCancellationRequested)
            {
                log.Failed(function.Name, context.InvocationId, failure);
            }

            Fail(failure, http);
        }
    }

    private static async Task WriteAsync(object? result, HttpContext http)
    {
        switch (result)
        {
            case null:
                break;
            case IResult native:
                await native.ExecuteAsync(http);
                break;
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, new RouteData(http.Request.RouteValues), new ActionDescriptor()));
                break;
            case string text:
                http.Response.ContentType ??= "text/plain; charset=utf-8";
                await http.Response.WriteAsync(text, http.RequestAborted);
                break;
            default:
                await http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted);
                break;
        }
    }

    private static void Fail(Exception failure, HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();

        // Kestrel's own refusals of a request (a body over the limit, say) carry their status.
        http.Response.StatusCode = failure is BadHttpRequestException refusal ? refusal.StatusCode : StatusCodes.Status500InternalServerError;
    }

    private static Dictionary<string, object?> BindingData(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query)
        {
            data[name] = value.ToString();
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            data[name] = value;
        }

        return data;
    }
}
