using System.Net;
using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.LocalRuntime.Tests.Hosting;

public sealed class MiddlewareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Middleware_SeveralAdded_FirstIsOutermostAndMayReplaceTheResult()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseMiddleware<TracingMiddleware>();
            builder.UseMiddleware((context, next) =>
            {
                ((List<string>)context.Items["trace"]).Add("inner in");
                return next();
            });
            builder.UseWhen(context => context.FunctionDefinition.Name == "Tick", (context, next) =>
            {
                ((List<string>)context.Items["trace"]).Add("tick only");
                return next();
            });
        });
        using var client = host.Client();

        var answer = await client.GetStringAsync("/api/traced/x", Token);
        var trace = host.Services.GetRequiredService<MiddlewareTrace>();
        await Eventually.IsTrueAsync(() => trace.Steps.ContainsKey("Tick"), "the timer ran at start-up");

        Assert.Equal("replaced 'from function'", answer);
        Assert.Equal("outer in, inner in, function, outer out", trace.Steps["Traced"]);
        Assert.Equal("outer in, inner in, tick only, outer out", trace.Steps["Tick"]);
        Assert.Equal("httpTrigger", trace.TriggerTypes["Traced"]);
        Assert.Equal("timerTrigger", trace.TriggerTypes["Tick"]);
        Assert.Equal("x", trace.RouteName["Traced"]);
    }

    [Fact]
    public async Task Middleware_DoesNotCallNext_AnswersInTheFunctionsPlace()
    {
        await using var host = await StartAsync(builder => builder.UseWhen(
            context => context.GetHttpContext() is not null,
            (context, _) =>
            {
                context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status418ImATeapot);
                return Task.CompletedTask;
            }));
        using var client = host.Client();

        using var response = await client.GetAsync("/api/traced/x", Token);

        Assert.Equal((HttpStatusCode)418, response.StatusCode);
    }

    [Fact]
    public async Task Middleware_Throws_Answers500()
    {
        await using var host = await StartAsync(builder => builder.UseWhen(
            context => context.GetHttpContext() is not null, (_, _) => throw new InvalidOperationException("why")));
        using var client = host.Client();

        using var response = await client.GetAsync("/api/traced/x", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    private Task<TestHost> StartAsync(Action<FunctionsApplicationBuilder> configure) => TestHost.StartAsync(
        folder,
        [typeof(MiddlewareSampleFunctions)],
        builder =>
        {
            builder.Services.AddSingleton<MiddlewareTrace>();
            configure(builder);
        });
}
