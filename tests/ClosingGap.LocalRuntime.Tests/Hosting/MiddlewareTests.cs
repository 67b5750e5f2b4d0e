using System.Collections.Concurrent;
using System.Diagnostics;
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

    [Fact]
    public async Task Request_WithTraceParent_InvocationBelongsToThatTrace()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ClosingGap.LocalRuntime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => activities.Enqueue($"{activity.OperationName} {activity.TraceId}"),
        };
        ActivitySource.AddActivityListener(listener);
        var parent = "";
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            parent = context.GetHttpContext() is null ? parent : context.TraceContext.TraceParent;
            context.Items["trace"] = new List<string>();
            return next();
        }));
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        await client.GetStringAsync("/api/traced/x", Token);

        Assert.Equal($"00-{trace}-00f067aa0ba902b7-01", parent);
        Assert.Contains($"Traced {trace}", activities);
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
