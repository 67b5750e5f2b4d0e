using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Hosting;

public static class MiddlewareSampleFunctions
{
    [Function("Traced")]
    public static string Traced([HttpTrigger(AuthorizationLevel.Anonymous, Route = "traced/{name}")] HttpRequest request, FunctionContext context)
    {
        ((List<string>)context.Items["trace"]).Add("function");
        return "from function";
    }

    [Function("Tick")]
    public static void Tick([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer)
    {
    }
}
