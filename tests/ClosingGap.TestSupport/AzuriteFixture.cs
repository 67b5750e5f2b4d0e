using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace ClosingGap.TestSupport;

/// <summary>
/// A real storage emulator (blob and queue) on free loopback ports, in memory, for as long as the fixture lives.
/// Use as an xunit fixture, or by <see cref="StartAsync"/>. The emulator also ends when the test process dies.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    // The emulator's published development key; it opens nothing but an emulator.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The emulator has no switch to follow its parent: it is loaded by a line that ends when standard input closes.
    private const string Launcher =
        "process.stdin.on('end',()=>process.exit(0));process.stdin.on('error',()=>process.exit(0));process.stdin.resume();"
        + "const script=process.env.AZURITE_SCRIPT;process.argv.splice(1,0,script);require(script);";

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);
    private readonly List<string> output = [];
    private Process? process;
    private string? folder;

    /// <summary>A connection string with blob and queue endpoints. Valid after start.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The blob endpoint with the account, e.g. <c>http://127.0.0.1:40001/devstoreaccount1</c>.</summary>
    public Uri BlobEndpoint { get; private set; } = new("about:blank");

    /// <summary>The queue endpoint with the account.</summary>
    public Uri QueueEndpoint { get; private set; } = new("about:blank");

    /// <summary>Starts an emulator of one's own; dispose it to end it.</summary>
    public static async Task<AzuriteFixture> StartAsync()
    {
        var fixture = new AzuriteFixture();
        await fixture.InitializeAsync();
        return fixture;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        var script = await AzuriteInstallation.EnsureAsync(deadline.Token);
        folder = Directory.CreateTempSubdirectory("closinggap-azurite-data-").FullName;
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["AZURITE_SCRIPT"] = script;
        string[] arguments =
        [
            "-e", Launcher, "--", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0",
            "--tableHost", "127.0.0.1", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var blob = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, blob, queue);
        process.ErrorDataReceived += (_, line) => Read(line.Data, blob, queue);
        process.Exited += (_, _) =>
        {
            blob.TrySetException(Ended());
            queue.TrySetException(Ended());
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        BlobEndpoint = await blob.Task.WaitAsync(StartDeadline);
        QueueEndpoint = await queue.Task.WaitAsync(StartDeadline);
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
        {
            process = null;
            if (!running.HasExited)
            {
                running.Kill();
                await running.WaitForExitAsync();
            }

            running.Dispose();
        }

        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
            folder = null;
        }
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue) service .*listen\w* (at|on) (?<url>http://\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listening();

    private void Read(string? line, TaskCompletionSource<Uri> blob, TaskCompletionSource<Uri> queue)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        var match = Listening().Match(line);
        if (match.Success && line.Contains("success", StringComparison.OrdinalIgnoreCase))
        {
            var endpoint = new Uri($"{match.Groups["url"].Value.TrimEnd('/')}/{Account}");
            (string.Equals(match.Groups["service"].Value, "Blob", StringComparison.OrdinalIgnoreCase) ? blob : queue).TrySetResult(endpoint);
        }
    }

    private InvalidOperationException Ended()
    {
        lock (output)
        {
            return new InvalidOperationException($"The storage emulator ended before it listened. It said: {string.Join(" | ", output.TakeLast(10))}");
        }
    }
}
