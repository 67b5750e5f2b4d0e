using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Orchestration;

public sealed class OrderFunctions(OrderService service)
{
    [Function("StartOrder")]
    public static async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{id}/{count:int}")] HttpRequest request,
        string id,
        int count,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Order", new OrderInput(id, count), new StartOrchestrationOptions($"order-{id}"), cancellationToken);
        var done = await client.WaitForInstanceCompletionAsync($"order-{id}", getInputsAndOutputs: true, cancellationToken);
        return Results.Text($"{done.RuntimeStatus} {done.SerializedOutput}");
    }

    [Function("Order")]
    public static async Task<string> Order([OrchestrationTrigger] TaskOrchestrationContext context, OrderInput input, FunctionContext function)
    {
        var same = context.GetInput<OrderInput>() == input && function.FunctionDefinition.Name == "Order";
        var parts = await Task.WhenAll(Enumerable.Range(1, input.Count).Select(number => context.CallActivityAsync<OrderPart>("MakePart", number)));
        await context.CallActivityAsync("Note", input.Id);
        var nothing = await context.CallActivityAsync<string>("AskContext");
        return $"{same} {string.Join(',', parts.Select(part => $"{part.Number}:{part.Doubled}:{part.InstanceId}"))} {nothing}";
    }

    [Function("MakePart")]
    public async Task<OrderPart> MakePart([ActivityTrigger] int number, string instanceId, FunctionContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), cancellationToken);
        return new OrderPart(number, instanceId, service.Double(number));
    }

    [Function("Note")]
    public static Task Note([ActivityTrigger] string id) => Task.CompletedTask;

    [Function("AskContext")]
    public static async Task<string> AskContext([ActivityTrigger] TaskActivityContext context, [DurableClient] DurableTaskClient client) =>
        $"{context.Name.Name} {(await client.GetInstanceAsync(context.InstanceId))!.RuntimeStatus}";
}
