using ClosingGap.Functions.Orchestrations;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Lanes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ClosingGap.Functions.Middleware;

/// <summary>
/// Keeps the messages of exceptions from leaving an activity, a timer or a blob trigger: histories, traces and logs of hosts keep them for
/// ever. What is logged here are types and stack frames, which hold no content.
/// </summary>
internal sealed partial class StepMiddleware(ILogger<StepMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private static readonly string[] s_triggers = ["activityTrigger", "timerTrigger", "blobTrigger"];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => IsStep(context) ? RunAsync(context, next) : next(context);

    private async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not (LaneLostException or OperationCanceledException))
        {
            Failed(context.FunctionDefinition.Name, Frames(exception));
            var type = exception.GetType().FullName!;
            throw exception is ProfileInvalidException or ArgumentException ? new StepRefusedException(type) : new StepFailedException(type);
        }
    }

    private static bool IsStep(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => s_triggers.Contains(binding.Type, StringComparer.OrdinalIgnoreCase));

    private static string Frames(Exception exception) =>
        $"{exception.GetType().FullName}\n{exception.StackTrace}" + (exception.InnerException is { } inner ? $"\ncaused by {Frames(inner)}" : "");

    [LoggerMessage(1, LogLevel.Error, "{Function} failed: {Frames}")]
    private partial void Failed(string function, string frames);
}
