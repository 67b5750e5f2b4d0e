using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using ClosingGap.Ingest.Receipts;
using ClosingGap.TestSupport;

namespace ClosingGap.Cli.Tests;

public sealed class ReceiptTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipt_OfADrop_IsReadFromStorageWithoutTheService()
    {
        var id = await WriteAsync("TX/1");

        var run = await Run.OfAsync("receipt", id, "--storage", azurite.ConnectionString, "--state", "TX", "--district", "1");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("State     Rejected [package.not_a_zip]", run.Output, StringComparison.Ordinal);
        Assert.Contains("Next      Correct it.", run.Output, StringComparison.Ordinal);
        Assert.Contains("error: row.invalid_date, 4 times in users.csv, column birthDate, first in rows 2, 3, 9", run.Output, StringComparison.Ordinal);
        Assert.Contains("Write yyyy-MM-dd.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TX/2")]
    [InlineData("unknown")]
    public async Task Receipt_WithoutItsDistrict_IsLookedFor(string folder)
    {
        var id = await WriteAsync(folder);

        var run = await Run.OfAsync("receipt", id, "--storage", azurite.ConnectionString, "--format", "json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var receipt = JsonDocument.Parse(run.Output);
        Assert.Equal(id, receipt.RootElement.GetProperty("dropId").GetString());
    }

    [Fact]
    public async Task Receipt_AsAPage_IsWrittenToAFile()
    {
        using var folder = new TempFolder();
        var id = await WriteAsync("TX/3");

        var run = await Run.InAsync(folder.Path, null, "receipt", id, "--storage", azurite.ConnectionString, "--format", "html", "--out", "r.html");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Output));
        Assert.Contains("<h1>Drop: Rejected</h1>", await File.ReadAllTextAsync(Path.Combine(folder.Path, "r.html"), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Rejected, "There is no receipt")]
    [InlineData(ExitCodes.WrongUse, "go together", "--state", "TX")]
    [InlineData(ExitCodes.Rejected, "There is no receipt", "--state", "TX", "--district", "9")]
    public async Task Receipt_ThatIsNotThere_SaysSo(int exitCode, string sentence, params string[] options)
    {
        var run = await Run.OfAsync(["receipt", Guid.NewGuid().ToString("n"), "--storage", azurite.ConnectionString, .. options]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string folder)
    {
        var receipt = new Receipt
        {
            DropId = Guid.NewGuid().ToString("n"), State = "Rejected", ReasonCode = "package.not_a_zip", Reason = "It is not.", Next = "Correct it.",
            Rules = [ReceiptRules.Describe("row.invalid_date", "error", 4, "users.csv", "birthDate", [2, 3, 9])],
        };
        var container = new BlobContainerClient(azurite.ConnectionString, "receipts");
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        await container.GetBlobClient($"{folder}/{receipt.DropId}.json").UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Default.Receipt)), Token);
        await container.GetBlobClient($"{folder}/{receipt.DropId}.html").UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(ReceiptPage.Of(receipt))), Token);
        return receipt.DropId;
    }
}
