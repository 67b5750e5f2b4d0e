using ClosingGap.TestSupport;

namespace ClosingGap.Local.Tests;

public sealed class LocalRunTests
{
    [Fact]
    public async Task Once_OnAnEmptyFolder_PublishesTheSampleAndOnTheNextStartKeepsIt()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--once", "--data", folder.Path, "--port", "0", "--students", "60"];

        var first = await LocalProcess.RunAsync(arguments);
        var second = await LocalProcess.RunAsync(arguments);

        Assert.True(first.ExitCode == 0, first.Said);
        Assert.Contains("Dropped", first.Said, StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.Said);
        Assert.DoesNotContain("Dropped", second.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Registered", second.Said, StringComparison.Ordinal);
        Assert.Equal(Summary(first.Said), Summary(second.Said));
        Assert.False(File.Exists(folder.File("endpoints.json")));
    }

    [Fact]
    public async Task Kill_InTheMiddleOfTheDrop_LeavesNoEmulatorAndTheNextStartPublishes()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--once", "--data", folder.Path, "--port", "0", "--students", "400"];
        await using (var killed = LocalProcess.Start(arguments))
        {
            var endpoints = await LocalProcess.EndpointsAsync(folder.Path);
            await killed.UntilSaidAsync("Checking every row");
            killed.Kill();
            await LocalProcess.UntilGoneAsync(endpoints.GetProperty("storage").GetString()!);
        }

        var (exitCode, said) = await LocalProcess.RunAsync(arguments);

        Assert.True(exitCode == 0, said);
        Assert.DoesNotContain("Dropped", said, StringComparison.Ordinal);
        Assert.Contains("chronically absent", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_WhileItServes_EndsTheAppAndTheEmulator()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var folder = new TemporaryFolder();
        await using var local = LocalProcess.Start(["--data", folder.Path, "--port", "0", "--students", "40"]);
        await local.UntilSaidAsync("Serving until Ctrl-C.");
        var endpoints = await LocalProcess.EndpointsAsync(folder.Path);
        using (var http = new HttpClient())
        {
            var health = await http.GetStringAsync(new Uri($"{endpoints.GetProperty("baseUrl").GetString()}/api/health"), TestContext.Current.CancellationToken);
            Assert.Contains("\"status\":\"ok\"", health, StringComparison.Ordinal);
        }

        Assert.Equal(local.Id, endpoints.GetProperty("pid").GetInt32());
        var (code, said) = await LocalProcess.RunAsync(["--once", "--data", folder.Path]);
        Assert.Equal(3, code);
        Assert.Contains("data_in_use", said, StringComparison.Ordinal);

        local.Terminate();

        Assert.Equal(0, await local.EndAsync());
        await LocalProcess.UntilGoneAsync(endpoints.GetProperty("storage").GetString()!);
        Assert.False(File.Exists(folder.File("endpoints.json")));
    }

    [Fact]
    public async Task Once_WithAStorageAndAKeyInTheEnvironment_UsesThemAndStartsNoEmulator()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await AzuriteFixture.StartAsync();
        await using var local = LocalProcess.Start(
            ["--once", "--data", folder.Path, "--port", "0", "--students", "40"],
            path: folder.Path,
            ("AzureWebJobsStorage", azurite.ConnectionString),
            ("LocalRuntime__FunctionKey", "a-key"));

        Assert.True(await local.EndAsync() == 0, local.Said);
        Assert.False(Directory.Exists(folder.File("azurite")));
    }

    [Fact]
    public async Task NoSample_OnAnEmptyFolder_ServesAndDropsNothing()
    {
        using var folder = new TemporaryFolder();
        await using var local = LocalProcess.Start(["--no-sample", "--data", folder.Path, "--port", "0"]);
        await local.UntilSaidAsync("Serving until Ctrl-C.");
        var baseUrl = (await LocalProcess.EndpointsAsync(folder.Path)).GetProperty("baseUrl").GetString();

        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"{baseUrl}/api/v1/districts/TX-990001/registration"), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("Dropped", local.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAStorageThatIsNone_EndsWithWhatIsWrong()
    {
        using var folder = new TemporaryFolder();
        await using var local = LocalProcess.Start(["--once", "--data", folder.Path, "--port", "0"], null, ("AzureWebJobsStorage", "not a connection string"));

        Assert.Equal(3, await local.EndAsync());
        Assert.Contains("_fault", local.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutNode_SaysWhatToInstall()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, said) = await LocalProcess.RunAsync(["--once", "--data", folder.Path], path: folder.Path);

        Assert.Equal(3, exitCode);
        Assert.Contains("node_missing", said, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", said, StringComparison.Ordinal);
    }

    // Addresses hold a port of each start.
    private static string Summary(string said) =>
        string.Join('\n', said.Split('\n').SkipWhile(line => !line.StartsWith("Sample District", StringComparison.Ordinal)).TakeWhile(line => !line.Contains("http:", StringComparison.Ordinal)));
}
