using System.Text.Json;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Drops;

public sealed class ReceiptWriterTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(DropState.Published, 0, "Nothing.")]
    [InlineData(DropState.Published, 3, "Correct the rejected rows")]
    [InlineData(DropState.Rejected, 0, "drop the export again")]
    [InlineData(DropState.Held, 0, "closinggap release 0123")]
    [InlineData(DropState.Failed, 0, "closinggap redrive 0123")]
    [InlineData(DropState.Discarded, 0, "Nothing.")]
    [InlineData(DropState.Superseded, 0, "the newer drop counts")]
    public async Task Receipt_OfEachEnd_SaysWhatToDoInBothForms(DropState state, long rejected, string next)
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var drop = Drop(host) with { State = state, Counts = new DropCounts { RowsRejected = rejected, Students = 7 }, EndedAt = host.Time.GetUtcNow() };

        await host.Get<ReceiptWriter>().WriteAsync(drop, host.Token);

        using var json = JsonDocument.Parse(await host.ReceiptAsync(drop));
        Assert.Equal((state.ToString(), drop.Id), (json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("dropId").GetString()));
        Assert.Contains(next, json.RootElement.GetProperty("next").GetString(), StringComparison.Ordinal);
        var page = await host.TextAsync(ReceiptWriter.Container, ReceiptWriter.PagePath(drop));
        Assert.Contains($"<h1>Drop: {state}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(next, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WrittenAgain_HasTheSameBytes()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var drop = Drop(host) with { State = DropState.Rejected, ReasonCode = "package.not_a_zip", Reason = "It is not.", EndedAt = host.Time.GetUtcNow() };
        var first = await WriteAsync(drop);
        host.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(first, await WriteAsync(drop with { UpdatedAt = host.Time.GetUtcNow(), Progress = new DropProgress("collect", 1, 2) }));

        async Task<(string, string)> WriteAsync(Drop one)
        {
            await host.Get<ReceiptWriter>().WriteAsync(one, host.Token);
            return (await host.ReceiptAsync(one), await host.TextAsync(ReceiptWriter.Container, ReceiptWriter.PagePath(one)));
        }
    }

    [Fact]
    public async Task Receipt_OfADropWithoutADistrict_LiesUnderUnknown()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var path = await host.UploadAsync("nowhere/night.zip", [1, 2, 3]);
        var id = await host.Get<DropReceiver>().ReceiveAsync(path, host.Started, host.Token);

        var blobs = new List<string>();
        await foreach (var blob in host.Get<IBlobStore>().ListAsync(ReceiptWriter.Container, "unknown/", host.Token))
        {
            blobs.Add(blob.Path);
        }

        Assert.Equal([$"unknown/{id}.html", $"unknown/{id}.json"], blobs);
    }

    [Fact]
    public async Task Receipt_OfAPublishedNight_TellsFilesRulesAndChanges()
    {
        var night = await SampleNight.OfAsync(30, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        var broken = night.Package.With("calendarDates.csv", night.Package.Files["calendarDates.csv"].TrimEnd() + "\nnowhere,no-day,x,true\n");

        var drop = await host.PublishAsync("night", broken.ToZip(), night.AsOf);

        using var json = JsonDocument.Parse(await host.ReceiptAsync(drop));
        var users = json.RootElement.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("file").ValueEquals("users.csv"));
        Assert.Equal(users.GetProperty("read").GetInt64(), users.GetProperty("accepted").GetInt64());
        Assert.True(users.GetProperty("read").GetInt64() > 30);
        var rule = json.RootElement.GetProperty("rules").EnumerateArray().Single(one => one.GetProperty("code").ValueEquals("row.invalid_date"));
        Assert.Equal(("calendarDates.csv", "date"), (rule.GetProperty("file").GetString(), rule.GetProperty("column").GetString()));
        Assert.NotEmpty(rule.GetProperty("meaning").GetString()!);
        Assert.NotEmpty(rule.GetProperty("fix").GetString()!);
        Assert.Contains(json.RootElement.GetProperty("changes").EnumerateArray(), change => change.GetProperty("table").ValueEquals("users") && change.GetProperty("added").GetInt64() > 30);
        Assert.Equal(drop.Version, json.RootElement.GetProperty("version").GetInt64());
    }

    private static Drop Drop(PipelineHost host) => new()
    {
        Id = "0123456789abcdef0123456789abcdef", District = host.District.ToString(), Source = "sis", Path = "TX/990001/sis/n.zip", ETag = "e",
        LastModified = DateTimeOffset.UnixEpoch, ReceivedAt = host.Time.GetUtcNow(), UpdatedAt = host.Time.GetUtcNow(),
    };
}
