using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Ports;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>The whole app through every end of a drop, with a secret in every column of every file that it was given.</summary>
public sealed class PlantedRun : AppFixture
{
    private const string Lenient = "300001";
    private const string Strict = "300002";
    private const string Failing = "300004";
    private const string Mapped = "255901";
    private readonly CollectedTraces _traces = new();
    private WebhookReceiver? _receiver;

    internal Secrets Secrets { get; } = new();

    internal CollectedTraces Traces => _traces;

    internal WebhookReceiver Receiver => _receiver!;

    /// <summary>The record of each drop, by the state in which it ended.</summary>
    internal Dictionary<string, JsonElement> Drops { get; } = new(StringComparer.Ordinal);

    /// <summary>What the command line wrote, by command.</summary>
    internal Dictionary<string, string> CliOutput { get; } = new(StringComparer.Ordinal);

    protected override string[] Settings =>
    [
        $"ClosingGap:WebhookSecret={Convert.ToBase64String(new byte[32])}", "ClosingGap:Webhooks:AllowLoopback=true",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await WebhookReceiver.StartAsync();
        foreach (var (district, profile) in new[] { (Lenient, "lenient"), (Strict, "strict"), (Failing, "lenient"), (Mapped, "lenient") })
        {
            await RegisterAsync(district, profile);
        }

        var most = await PlantedAsync(Lenient, 60);
        var few = await PlantedAsync(Lenient, 15);
        var failing = DropFilesAsync(Failing, "night", await PlantedAsync(Failing, 10));
        Drops["Rejected"] = await UntilAsync(await DropFilesAsync(Strict, "night", Unclosed(most)), "Rejected");
        Drops["Published"] = await UntilAsync(await DropFilesAsync(Lenient, "night-1", most), "Published", "Rejected", "Failed", "Held");
        Drops["Held"] = await UntilAsync(await DropFilesAsync(Lenient, "night-2", few), "Held", "Published", "Rejected", "Failed");
        await DropLmsAsync();
        if (RepositoryPaths.SharedData is not null)
        {
            await MapAsync();
        }

        Drops["Failed"] = await UntilAsync(await failing, "Failed", "Published", "Rejected", "Held");
        await _receiver.UntilAsync(Drops.Count);
        await CommandsAsync(most);
    }

    public override async ValueTask DisposeAsync()
    {
        _traces.Dispose();
        if (_receiver is not null)
        {
            await _receiver.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Change(IServiceCollection services)
    {
        var inner = services.Single(service => service.ServiceType == typeof(IBlobStore)).ImplementationFactory!;
        services.AddSingleton<IBlobStore>(provider => new FaultyBlobs((IBlobStore)inner(provider), $"TX/{Failing}/", Fault));
    }

    // As real parsers do: the message quotes what could not be read.
    private InvalidOperationException Fault() => new(
        $"The row of {Secrets.Plant("message of an exception")} cannot be written.",
        new FormatException($"The input string '{Secrets.Plant("message of an inner exception")}' was not in a correct format."));

    private async Task RegisterAsync(string district, string profile)
    {
        var body = new
        {
            name = "A District",
            timeZone = "America/Chicago",
            sources = new[] { new { name = "sis", profile }, new { name = "lms", profile = "lms-udm" }, new { name = "canvas", profile = "canvas-data-2" } },
            webhook = new Uri(_receiver!.Url, "receipts").ToString(),
        };
        using var answer = await Http.PutAsJsonAsync($"v1/districts/TX-{district}", body, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<IReadOnlyDictionary<string, string>> PlantedAsync(string district, int students)
    {
        var sample = await SampleAsync(district, students);
        using var zip = ZipFile.OpenRead(sample.SisZip);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files[entry.FullName] = await reader.ReadToEndAsync(Token);
        }

        using var first = JsonDocument.Parse(File.ReadLines(sample.TruthStudents).First());
        var planted = PlantedOneRoster.Make(files, first.RootElement.GetProperty("sourcedId").GetString()!, Secrets);
        Assert.Equal(41, planted.Tables);
        return planted.Files;
    }

    private Dictionary<string, string> Unclosed(IReadOnlyDictionary<string, string> files) => new(files, StringComparer.Ordinal)
    {
        ["studentPrograms.csv"] = files["studentPrograms.csv"] + $"\"{Secrets.Plant("a quote that never ends")}\n",
    };

    private async Task<string> DropFilesAsync(string district, string name, IReadOnlyDictionary<string, string> files, string source = "sis")
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, text) in files)
            {
                await using var entry = zip.CreateEntry(file).Open();
                await entry.WriteAsync(Encoding.UTF8.GetBytes(text), Token);
            }
        }

        content.Position = 0;
        return await DropAsync($"TX/{district}/{source}/{name}.zip", content, null);
    }

    private async Task DropLmsAsync()
    {
        var sample = await SampleAsync(Lenient, 60, lmsSections: 1);
        var students = File.ReadLines(sample.TruthStudents).Take(3).Select(line => JsonElement.Parse(line).GetProperty("sourcedId").GetString()!).ToList();
        var tree = await DropFilesAsync(Lenient, "night", PlantedLms.Tree(sample.LmsDirectory, Secrets), "lms");
        Drops["Lms"] = await UntilAsync(tree, "Published", "Rejected", "Failed", "Held");
        var canvas = await DropFilesAsync(Lenient, "night", PlantedLms.Canvas([.. students, Secrets.Plant("canvas: an identifier that nobody has")], Secrets), "canvas");
        Drops["Canvas"] = await UntilAsync(canvas, "Published", "Rejected", "Failed", "Held");
    }

    private async Task MapAsync()
    {
        using var yaml = new StringContent(await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), Token));
        using var answer = await Http.PutAsync($"v1/districts/TX-{Mapped}/profiles/sis", yaml, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Drops["Mapped"] = await UntilAsync(await DropFilesAsync(Mapped, "night", PlantedEdFi.Make(Secrets)), "Published", "Rejected", "Failed", "Held");
    }

    private async Task CommandsAsync(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (end, drop) in Drops)
        {
            var id = drop.GetProperty("id").GetString()!;
            string[][] commands =
            [
                ["status", id], ["status", id, "--format", "json"], ["receipt", id], ["receipt", id, "--format", "json"], ["receipt", id, "--format", "html"],
                ["report", id], ["report", id, "--format", "csv"], ["report", id, "--format", "html"],
            ];
            foreach (var command in commands)
            {
                CliOutput[$"{end}: {string.Join(' ', command)}"] = await CliRun.OfAsync(Http.BaseAddress!, Storage, command);
            }
        }

        var folder = Directory.CreateTempSubdirectory("closinggap-planted-");
        try
        {
            foreach (var (name, text) in files.Where(file => file.Key.Length < 100))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, Token);
            }

            foreach (var format in new[] { "text", "json", "jsonl", "csv", "html" })
            {
                CliOutput[$"validate as {format}"] = await CliRun.OfAsync(Http.BaseAddress!, Storage, "validate", folder.FullName, "--format", format);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
