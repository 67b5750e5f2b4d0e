using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Http;

public sealed class HttpSampleFunctions(HttpSampleService service) : IDisposable
{
    [Function("ByName")]
    public string ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => $"by name {request.Method}";

    [Function("Routed")]
    public IResult Routed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "places/{state}/{number:int}/{id?}")] HttpRequest request, string state, int number, Guid? id) =>
        Results.Json(new { state, number, id, query = request.Query["q"].ToString() });

    [Function("Literal")]
    public IResult Literal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "places/TX/special/{id?}")] HttpRequest request, string? id) => Results.Text($"literal {id}");

    [Function("PostOnly")]
    public async Task<IActionResult> PostOnly([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new ObjectResult(new { length = (await reader.ReadToEndAsync(cancellationToken)).Length }) { StatusCode = 201 };
    }

    [Function("Plain")]
    public Task<HttpSampleAnswer> Plain([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult(new HttpSampleAnswer("answer", service.Next()));

    [Function("Nothing")]
    public async Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
    {
        await Task.Yield();
        context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    [Function("Throws")]
    public IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => throw new InvalidOperationException("secret-of-a-row");

    [Function("Keyed")]
    public string Keyed([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => "open";

    [Function("Guided")]
    public string Guided([HttpTrigger(AuthorizationLevel.Anonymous, Route = "guided/{id}")] HttpRequest request, Guid id) => $"{id:N}";

    [Function("Instances")]
    public string Instances([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => $"{service.ScopeNumber} {service.Disposed}";

    public void Dispose() => service.CountDisposed();
}
