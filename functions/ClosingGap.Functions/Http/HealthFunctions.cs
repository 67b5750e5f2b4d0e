using ClosingGap.Pipeline.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Says whether the app can work: it reads from each store, as every request does.</summary>
public sealed class HealthFunctions(IDocumentStore documents, IBlobStore blobs)
{
    private const string Ok = "ok";
    private const string Unavailable = "unavailable";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);
    private static readonly string s_version = typeof(HealthFunctions).Assembly.GetName().Version?.ToString(3) ?? "";

    [Function("Health")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var store = await TryAsync(() => documents.GetAsync("health", "health", cancellationToken), cancellationToken);
        var files = await TryAsync(() => blobs.FindAsync("drops", "health", cancellationToken), cancellationToken);
        var all = store is Ok && files is Ok;
        return new JsonAnswer<HealthAnswer>(new HealthAnswer(all ? Ok : Unavailable, s_version, store, files), AppJson.Default.HealthAnswer, all ? 200 : 503);
    }

    private static async Task<string> TryAsync(Func<Task> read, CancellationToken cancellationToken)
    {
        try
        {
            await read().WaitAsync(s_limit, cancellationToken);
            return Ok;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Unavailable;
        }
    }
}
