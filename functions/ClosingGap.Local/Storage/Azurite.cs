using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ClosingGap.Local.Storage;

/// <summary>The storage emulator as a child process: blobs and queues on free loopback ports, until it is disposed or this process ends.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's published development key; it opens nothing but an emulator.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int KeptLines = 20;
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly Queue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _blobs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _queues = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isStarted;

    private Azurite(Process process) => _process = process;

    /// <summary>The connection string of its account.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it with its data in a folder.</summary>
    /// <exception cref="LocalFaultException">It did not come up.</exception>
    public static async Task<Azurite> StartAsync(string script, string data, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data);
        await EmulatorFolder.WaitUntilFreeAsync(data, cancellationToken);
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        start.Environment["CLOSINGGAP_AZURITE"] = script;
        string[] arguments =
        [
            Path.Combine(AzuriteInstallation.SourceFolder, "azurite-host.mjs"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", data,
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var azurite = new Azurite(new Process { StartInfo = start, EnableRaisingEvents = true });
        try
        {
            await azurite.RunAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets it save and end; kills it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isStarted && !_process.HasExited)
        {
            _process.StandardInput.Close();
            using var limit = new CancellationTokenSource(s_stopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue) service is successfully listening at (?<url>http://\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) =>
        {
            _blobs.TrySetException(Fault("ended before it listened"));
            _queues.TrySetException(Fault("ended before it listened"));
        };
        _isStarted = _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            var blobs = await _blobs.Task.WaitAsync(s_startLimit, cancellationToken);
            var queues = await _queues.Task.WaitAsync(s_startLimit, cancellationToken);
            ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={blobs};QueueEndpoint={queues};";
        }
        catch (TimeoutException)
        {
            throw Fault($"did not listen within {s_startLimit.TotalSeconds} s");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > KeptLines)
            {
                _said.Dequeue();
            }
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            var endpoint = new Uri($"{match.Groups["url"].Value.TrimEnd('/')}/{Account}");
            (match.Groups["service"].Value is "Blob" ? _blobs : _queues).TrySetResult(endpoint);
        }
    }

    private LocalFaultException Fault(string what)
    {
        lock (_said)
        {
            return new LocalFaultException(
                $"emulator_failed: the storage emulator {what}. Another ClosingGap.Local may use the same --data folder. It said: {string.Join(" | ", _said)}");
        }
    }
}
