using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>A drop that would remove too much waits for a person; drops of one district keep their order.</summary>
[Collection(ServiceCollection.Name)]
public sealed class HeldDropTests(RunningService service)
{
    [Fact]
    public async Task Drop_ThatRemovesHalfTheStudents_IsHeldUntilSomebodyDecides()
    {
        using var sample = await Sample.MakeAsync(60, night: 0, RunningService.NewLocalId());
        var gone = sample.Students.Select(student => student["sourcedId"]!.GetValue<string>()).Where((_, index) => index % 2 == 0).ToHashSet(StringComparer.Ordinal);
        var half = Zips.Without(sample.Zip, gone);
        await service.Api.RegisterAsync(sample.District);
        await DropAsync(sample, "full", await File.ReadAllBytesAsync(sample.Zip, TestContext.Current.CancellationToken), "Published");
        var before = await PublishedState.ReadAsync(service.Api, sample.District, sample.Students);

        var held = await DropAsync(sample, "half", half, "Held");
        Assert.Equal("hold.users_removed", held["reasonCode"]!.GetValue<string>());
        Assert.Contains("30 of", held["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        before.IsStill(await PublishedState.ReadAsync(service.Api, sample.District, sample.Students));

        await service.Api.DecideAsync(held["id"]!.GetValue<string>(), "release");
        var released = await service.Api.EndsAsync(held["id"]!.GetValue<string>(), "Published");
        Assert.Equal(30, released["counts"]!["documentsRemoved"]!.GetValue<long>());
        Assert.Equal(30, (await service.Api.SummaryAsync(sample.District))["students"]!.GetValue<long>());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await service.Api.LookUpAsync(sample.District, gone.First())).Status);

        await DropAsync(sample, "full-again", await File.ReadAllBytesAsync(sample.Zip, TestContext.Current.CancellationToken), "Published");
        var other = await DropAsync(sample, "half-again", half, "Held");
        var discarded = await service.Api.DecideAsync(other["id"]!.GetValue<string>(), "discard");
        Assert.Equal("Discarded", discarded["state"]!.GetValue<string>());
        Assert.Equal(60, (await service.Api.SummaryAsync(sample.District))["students"]!.GetValue<long>());

        var delta = await DropAsync(sample, "delta", Delta(sample), "Held");
        Assert.Equal("hold.base_missing", delta["reasonCode"]!.GetValue<string>());
    }

    [Fact]
    public async Task Drops_ThatComeWhileOneRuns_EndInTheirOrder()
    {
        var localId = RunningService.NewLocalId();
        using var first = await Sample.MakeAsync(200, night: 1, localId);
        using var second = await Sample.MakeAsync(200, night: 2, localId);
        using var third = await Sample.MakeAsync(200, night: 3, localId);
        await service.Api.RegisterAsync(first.District);

        var ids = new List<string>();
        foreach (var (night, sample) in new[] { first, second, third }.Index())
        {
            ids.Add(await service.Uploader.UploadFileAsync(sample.Path($"n{night}"), sample.Zip, sample.AsOf));
        }

        var states = new List<string>();
        long version = 0;
        foreach (var id in ids)
        {
            var drop = await service.Api.AtRestAsync(id);
            states.Add(drop["state"]!.GetValue<string>());
            if (states[^1] == "Published")
            {
                Assert.True(drop["version"]!.GetValue<long>() > version, "A later drop has an earlier version.");
                version = drop["version"]!.GetValue<long>();
            }
        }

        Assert.All(states, state => Assert.True(state is "Published" or "Superseded", state));
        Assert.Equal("Published", states[^1]);
        var summary = await service.Api.SummaryAsync(first.District);
        Assert.Equal(ids[^1], summary["dropId"]!.GetValue<string>());
        SampleTruth.HoldsFor(third, summary);
    }

    /// <summary>One changed person, as a delta.</summary>
    private static byte[] Delta(Sample sample)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(sample.Zip);
        using var users = new StreamReader(zip.GetEntry("users.csv")!.Open());
        var header = users.ReadLine()!;
        var cells = users.ReadLine()!.Split(',', 4);
        var row = $"{cells[0]},active,2026-05-19T01:00:00.000Z,{cells[3]}";
        using var manifest = new StreamReader(zip.GetEntry("manifest.csv")!.Open());
        var properties = manifest.ReadToEnd().Replace(",bulk", ",absent", StringComparison.Ordinal).Replace("file.users,absent", "file.users,delta", StringComparison.Ordinal);
        return Zips.Of(("manifest.csv", properties), ("users.csv", $"{header}\n{row}\n"));
    }

    private async Task<JsonNode> DropAsync(Sample sample, string name, byte[] zip, string state) =>
        await service.Api.EndsAsync(await service.Uploader.UploadBytesAsync(sample.Path(name), zip, sample.AsOf), state);
}
