using System.Collections.Concurrent;
using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.LocalRuntime.Tests.Orchestration;

/// <summary>Orchestrators and activities from HTTP to the engine and back.</summary>
public sealed class TaskFunctionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Orchestration_StartedOverHttp_RunsActivitiesWithInputsAndInjectedServices()
    {
        await using var host = await StartAsync(_ => { });
        using var client = host.Client();

        using var response = await client.PostAsync("/api/orders/a1/3", null, Token);

        Assert.Equal(
            "Completed \"True 1:2:order-a1,2:4:order-a1,3:6:order-a1 AskContext Running\"", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Middleware_Orchestration_RunsForEachEpisodeAndOnceForEachActivity()
    {
        var seen = new ConcurrentQueue<string>();
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            var trigger = context.FunctionDefinition.InputBindings.Values.Single(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type;
            seen.Enqueue($"{context.FunctionDefinition.Name} {trigger} {context.BindingContext.BindingData.GetValueOrDefault("instanceId")}");
            return next();
        }));
        using var client = host.Client();

        using var response = await client.PostAsync("/api/orders/a2/2", null, Token);

        Assert.True(seen.Count(line => line == "Order orchestrationTrigger order-a2") > 1, string.Join('\n', seen));
        Assert.Equal(2, seen.Count(line => line == "MakePart activityTrigger order-a2"));
    }

    [Fact]
    public async Task Middleware_AwaitsBeforeAnOrchestrator_InstanceFails()
    {
        await using var host = await StartAsync(builder => builder.UseWhen(
            context => context.FunctionDefinition.Name == "Order",
            async (_, next) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
                await next();
            }));
        var client = host.Services.GetRequiredService<DurableTaskClient>();

        var id = await client.ScheduleNewOrchestrationInstanceAsync("Order", new OrderInput("a3", 1), cancellation: Token);
        var done = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Token);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("InvalidOperationException", done.FailureDetails!.ErrorType, StringComparison.Ordinal);
        Assert.Contains("LR201", done.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(BadOrchestrators.NotStatic), "LR150", "Injected")]
    [InlineData(typeof(BadOrchestrators.WrongContext), "LR151", "Stringly")]
    [InlineData(typeof(BadOrchestrators.WithToken), "LR152", "Cancellable")]
    [InlineData(typeof(BadOrchestrators.WithClient), "LR152", "Clientful")]
    [InlineData(typeof(BadOrchestrators.ActivityWithService), "LR107", "'time'")]
    [InlineData(typeof(BadOrchestrators.ClientOfAnotherType), "LR107", "'client'")]
    public void Build_FunctionThatCannotBeReplayed_IsRefused(Type functions, string code, string named)
    {
        var problem = Assert.Throws<LocalRuntimeException>(() => TestHost.Builder(folder, [functions]).Build());

        Assert.Equal(code, problem.Code);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync(Action<FunctionsApplicationBuilder> configure) => TestHost.StartAsync(
        folder,
        [typeof(OrderFunctions)],
        builder =>
        {
            builder.Services.AddScoped<OrderService>();
            configure(builder);
        });
}
