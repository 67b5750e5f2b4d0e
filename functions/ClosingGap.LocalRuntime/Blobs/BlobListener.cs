using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Invocation;
using ClosingGap.LocalRuntime.State;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>Polls for every blob function on its own loop.</summary>
internal sealed class BlobListener(
    FunctionIndex index, FunctionInvoker invoker, RuntimeStateStore store, BlobPollingOptions options, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var log = new BlobLog(loggers.CreateLogger<BlobListener>());
        return Task.WhenAll(index.Of<BlobFunction>().Select(
            function => new BlobPoller(function, new BlobRun(function, invoker, store, options, time, log), store, options, time, log).RunAsync(stoppingToken)));
    }
}
