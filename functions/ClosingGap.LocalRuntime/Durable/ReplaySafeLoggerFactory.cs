using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Makes loggers that stay silent during replay.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Logging providers belong to the host; an orchestrator cannot add one.");

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, inner.CreateLogger(categoryName));

    public void Dispose()
    {
        // The inner factory is the host's.
    }
}
