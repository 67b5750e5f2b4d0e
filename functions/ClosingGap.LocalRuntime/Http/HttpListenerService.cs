using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>Kestrel on loopback, with nothing between it and the functions: there is no pipeline to add to, as in Azure.</summary>
internal sealed partial class HttpListenerService(
    FunctionIndex index,
    HttpFunctionExecutor executor,
    IInlineConstraintResolver constraints,
    IHttpContextFactory contexts,
    LocalHttpAddress address,
    LocalHttpOptions options,
    LocalRuntimeOptions runtime,
    ILoggerFactory loggers) : IHostedService, IHttpApplication<HttpContext>, IDisposable
{
    private readonly ILogger log = loggers.CreateLogger<HttpListenerService>();
    private KestrelServer? server;
    private RouteTable? routes;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        routes = new RouteTable(index.Of<HttpFunction>(), constraints);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodyBytes;
        kestrel.Listen(options.EndPoint);
        server = new KestrelServer(
            Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
        await server.StartAsync(this, cancellationToken);
        var bound = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        address.Bind(bound);
        Listening(bound);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => server?.Dispose();

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => contexts.Create(contextFeatures);

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception) => contexts.Dispose(context);

    async Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context)
    {
        var values = new RouteValueDictionary();
        if (routes!.Find(context, values) is not { } function)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!FunctionKeyGate.Allows(runtime.FunctionKey, function.Level, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Request.RouteValues = values;
        await executor.ExecuteAsync(function, context);
    }

    [LoggerMessage(1, LogLevel.Information, "Listening for HTTP functions on {Address}")]
    private partial void Listening(Uri address);
}
