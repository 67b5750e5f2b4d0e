using System.Runtime.InteropServices;
using Azure;
using ClosingGap.Local.Sample;
using ClosingGap.Local.Screen;
using ClosingGap.Local.Storage;

namespace ClosingGap.Local.Running;

/// <summary>One start of the program, from the first check to its end.</summary>
internal static class LocalRun
{
    private const string StorageSetting = "AzureWebJobsStorage";

    /// <summary>Runs until the sample is published (<c>--once</c>) or somebody ends it; the exit code.</summary>
    public static async Task<int> RunAsync(LocalArguments arguments, TextWriter output)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var screen = ProgressScreen.For(output);
        try
        {
            return await ServeAsync(arguments, screen, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            screen.Line("Stopped. The data stay; the next start goes on with them.");
            return arguments.Once ? ExitCodes.NotPublished : ExitCodes.Done;
        }
        catch (LocalFaultException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Fault;
        }
        catch (Exception exception) when (exception is HttpRequestException or RequestFailedException or InvalidOperationException or FormatException or IOException)
        {
            await Console.Error.WriteLineAsync(
                $"service_fault: {exception.GetType().Name}: {exception.Message}{Environment.NewLine}The data stay. Start again; when it stays so, look at the settings in the environment and at the space on the disk.");
            return ExitCodes.Fault;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopping.Cancel();
        }
    }

    private static async Task<int> ServeAsync(LocalArguments arguments, ProgressScreen screen, CancellationToken stopping)
    {
        var folders = LocalFolders.Prepare(arguments.Data);
        using var alone = DataLock.Take(folders);
        var given = Environment.GetEnvironmentVariable(StorageSetting);
        await using var emulator = string.IsNullOrWhiteSpace(given) ? await StartEmulatorAsync(folders, screen, stopping) : null;
        var storage = emulator?.ConnectionString ?? given!;
        await using var app = await LocalApp.StartAsync(folders, storage, LocalSecrets.LoadOrCreate(folders.Secrets), arguments.Port, stopping);
        new LocalEndpoints(app.Address.ToString().TrimEnd('/'), storage, Environment.ProcessId).Write(folders.Endpoints);
        try
        {
            screen.Line($"The API answers at {app.Address}api/health; all data are in {folders.Data}.");
            using var api = new ApiClient(app.Address, app.FunctionKey);
            var end = arguments.Sample ? await new SampleRun(api, storage, folders, screen).RunAsync(arguments.Students, stopping) : ExitCodes.Done;
            if (!arguments.Once)
            {
                screen.Line("Serving until Ctrl-C.");
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }

            return end;
        }
        finally
        {
            File.Delete(folders.Endpoints);
        }
    }

    private static async Task<Azurite> StartEmulatorAsync(LocalFolders folders, ProgressScreen screen, CancellationToken stopping)
    {
        await NodeCheck.RequireAsync(stopping);
        var script = await AzuriteInstallation.EnsureAsync(
            folders.Tools, () => screen.Line("Installing the storage emulator (once; about half a minute) …"), stopping);
        return await Azurite.StartAsync(script, folders.Emulator, stopping);
    }
}
