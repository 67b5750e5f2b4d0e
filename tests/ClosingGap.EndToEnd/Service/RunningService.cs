namespace ClosingGap.EndToEnd.Service;

/// <summary>
/// The service under test, for all tests: the one that <c>CLOSINGGAP_BASE_URL</c> and <c>CLOSINGGAP_STORAGE</c> name, with the key of
/// <c>CLOSINGGAP_FUNCTION_KEY</c>; otherwise one started on this machine, with a storage emulator of its own.
/// </summary>
public sealed class RunningService : IAsyncLifetime
{
    private static readonly string s_run = Guid.NewGuid().ToString("n")[..8].ToUpperInvariant();
    private static int s_districts;
    private LocalProcess? _local;
    private string? _folder;

    internal ApiClient Api { get; private set; } = null!;

    internal DropUploader Uploader { get; private set; } = null!;

    /// <summary>A district that no other test, and no other run, uses.</summary>
    internal static string NewLocalId() => $"E{s_run}{Interlocked.Increment(ref s_districts)}";

    public async ValueTask InitializeAsync()
    {
        var baseUrl = Environment.GetEnvironmentVariable("CLOSINGGAP_BASE_URL");
        var storage = Environment.GetEnvironmentVariable("CLOSINGGAP_STORAGE");
        if (string.IsNullOrWhiteSpace(baseUrl) || string.IsNullOrWhiteSpace(storage))
        {
            _folder = Directory.CreateTempSubdirectory("closinggap-e2e-").FullName;
            _local = await LocalProcess.StartAsync(_folder);
            (baseUrl, storage) = (_local.BaseUrl, _local.Storage);
        }

        Api = new ApiClient(baseUrl, Environment.GetEnvironmentVariable("CLOSINGGAP_FUNCTION_KEY"));
        Uploader = new DropUploader(storage);
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
