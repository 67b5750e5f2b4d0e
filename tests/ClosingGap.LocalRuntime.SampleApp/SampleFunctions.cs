using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.SampleApp;

/// <summary>From a blob over an orchestration to HTTP, as the product's own app.</summary>
public sealed class SampleFunctions(Journal journal)
{
    [Function("OnDrop")]
    public async Task OnDrop(
        [BlobTrigger("sample-drops/{name}", Connection = "DropStorage")] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        await journal.WriteAsync("blob", cancellationToken);
        var id = $"drop-{name}";
        if (await client.GetInstanceAsync(id, cancellationToken) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Process", 3, new StartOrchestrationOptions(id), cancellationToken);
        }
    }

    [Function("Process")]
    public static async Task<int> Process([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var sum = 0;
        for (var number = 1; number <= count; number++)
        {
            sum += await context.CallActivityAsync<int>("Step", number);
        }

        return sum;
    }

    [Function("Step")]
    public async Task<int> Step([ActivityTrigger] int number, CancellationToken cancellationToken)
    {
        await journal.WriteAsync($"step {number}", cancellationToken);
        return number * 10;
    }

    [Function("Result")]
    public async Task<IResult> Result(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        return instance is { IsCompleted: true } ? Results.Text(instance.SerializedOutput) : Results.NotFound();
    }
}
