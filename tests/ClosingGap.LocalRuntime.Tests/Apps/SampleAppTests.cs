using Azure.Storage.Blobs;
using ClosingGap.LocalRuntime.Tests.Support;
using ClosingGap.TestSupport;

namespace ClosingGap.LocalRuntime.Tests.Apps;

/// <summary>A whole app as a process: its functions are found from its entry assembly; it is killed and asked to end.</summary>
public sealed class SampleAppTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("blob", "blob,blob,step 1,step 2,step 3")]
    [InlineData("step 2", "blob,step 1,step 2,step 2,step 3")]
    public async Task App_KilledInTheMidstOfAFunction_RunsItAgainAtNextStartAndFinishes(string at, string expected)
    {
        var name = $"{Guid.NewGuid():N}";
        await UploadAsync(name);
        await using (var first = Start($"HangAfter={at}"))
        {
            await first.Address;
            await Eventually.IsTrueAsync(() => Journal.Contains(at), $"the app is at '{at}': {first.Output}");
            if (at != "blob")
            {
                // The blob's own record is written beside; without it the blob would be run again, rightly.
                await Eventually.IsTrueAsync(() => first.Output.Length > 0 && ReceiptIsDone(), "the blob's receipt");
            }

            await first.KillAsync();
        }

        await using var second = Start();
        await ResultAsync(second, name, "60");

        Assert.Equal(expected, string.Join(',', Journal));
    }

    [Fact]
    public async Task App_AskedToEndWhileAFunctionRuns_EndsWithCodeZeroAndTakesItUpAgain()
    {
        var name = $"{Guid.NewGuid():N}";
        await UploadAsync(name);
        await using (var first = Start("HangAfter=step 1"))
        {
            await first.Address;
            await Eventually.IsTrueAsync(() => Journal.Contains("step 1"), "the app runs a function");

            Assert.Equal(0, await first.TerminateAsync());
        }

        await using var second = Start();
        await ResultAsync(second, name, "60");

        Assert.Equal(["step 1", "step 1", "step 2", "step 3"], Journal.Where(line => line != "blob"));
    }

    private string[] Journal => File.Exists(folder.File("journal")) ? File.ReadAllLines(folder.File("journal")) : [];

    private SampleAppProcess Start(params string[] settings) => SampleAppProcess.Start(folder, [$"DropStorage={azurite.ConnectionString}", .. settings]);

    private async Task UploadAsync(string name)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, "sample-drops");
        await container.DeleteIfExistsAsync(cancellationToken: Token);
        await container.CreateAsync(cancellationToken: Token);
        await container.UploadBlobAsync(name, BinaryData.FromString("x"), Token);
    }

    private bool ReceiptIsDone()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("runtime.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM receipts WHERE state = 1";
        return (long)command.ExecuteScalar()! == 1;
    }

    private static async Task ResultAsync(SampleAppProcess app, string name, string expected)
    {
        using var client = new HttpClient { BaseAddress = await app.Address };
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var response = await client.GetAsync($"/api/results/drop-{name}", Token);
                return response.IsSuccessStatusCode && await response.Content.ReadAsStringAsync(Token) == expected;
            },
            "the orchestration's result");
    }
}
