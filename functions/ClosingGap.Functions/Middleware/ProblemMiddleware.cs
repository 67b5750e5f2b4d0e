using ClosingGap.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ClosingGap.Functions.Middleware;

/// <summary>
/// Answers a request whose function threw with a problem. Functions of other triggers are handed on untouched: an orchestrator
/// must not await anything of ours.
/// </summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private const string HttpTrigger = "httpTrigger";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => IsHttp(context) ? AnswerAsync(context, next) : next(context);

    private async Task AnswerAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var problem = ProblemOf.Exception(exception);
            if (problem.Status >= 500)
            {
                Failed(context.FunctionDefinition.Name, problem.Code, Types(exception));
            }

            context.GetInvocationResult().Value = problem;
        }
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => string.Equals(binding.Type, HttpTrigger, StringComparison.OrdinalIgnoreCase));

    // The types say what happened; a message may hold what was sent.
    private static string Types(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.GetType().FullName} < {Types(inner)}" : exception.GetType().FullName!;

    [LoggerMessage(1, LogLevel.Error, "{Function} failed with {Code}: {Types}")]
    private partial void Failed(string function, string code, string types);
}
