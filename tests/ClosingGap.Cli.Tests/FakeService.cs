using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClosingGap.Cli.Tests;

/// <summary>Answers HTTP requests on loopback as a test tells it, and keeps what was asked.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Func<Answer>> _answers = new(StringComparer.Ordinal);
    private readonly Task _loop;

    public FakeService()
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _loop = RunAsync();
    }

    public string Url { get; }

    public ConcurrentQueue<Request> Requests { get; } = new();

    /// <summary>Answers in turn, the last one for ever.</summary>
    public FakeService On(string methodAndPath, params Answer[] answers)
    {
        var left = new ConcurrentQueue<Answer>(answers);
        _answers[methodAndPath] = () => left.Count > 1 && left.TryDequeue(out var next) ? next : left.TryPeek(out var last) ? last : throw new InvalidOperationException();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task RunAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var name = $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}";
            Requests.Enqueue(new Request(name, await body.ReadToEndAsync(), context.Request.Headers["x-functions-key"]));
            var answer = _answers.TryGetValue(name, out var next) ? next() : new Answer(404, "");
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
            context.Response.Close();
        }
    }

    public sealed record Request(string Name, string Body, string? Key);

    public sealed record Answer(int Status, string Body, string ContentType = "application/json");
}
