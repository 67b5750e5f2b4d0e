using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>A district whose truth is known: what is dropped comes out as it was made.</summary>
[Collection(ServiceCollection.Name)]
public sealed class SampleDistrictTests(RunningService service)
{
    private const int Students = 300;

    [Fact]
    public async Task Drop_OfAWholeYear_PublishesTheTruth()
    {
        using var sample = await Sample.MakeAsync(Students, night: 0, RunningService.NewLocalId());
        await service.Api.RegisterAsync(sample.District, profile: "strict");

        var drop = await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("n0"), sample.Zip, sample.AsOf), "Published");

        Assert.Equal(0, Count(drop, "rowsRejected"));
        Assert.Equal(Students, Count(drop, "documentsWritten"));
        var summary = await service.Api.SummaryAsync(sample.District);
        SampleTruth.HoldsFor(sample, summary);
        var boundary = sample.Truth["boundary"]!.AsArray().Select(item => item!["sourcedId"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, truth) in sample.Students.Index())
        {
            var id = truth["sourcedId"]!.GetValue<string>();
            if (index % 6 == 0 || boundary.Contains(id))
            {
                SampleTruth.HoldsFor(truth, summary, await service.Api.StudentAsync(sample.District, id));
            }
        }
    }

    [Fact]
    public async Task Drops_OfTwoNights_PublishEachNightsTruthAndLeaveTheRestAlone()
    {
        var localId = RunningService.NewLocalId();
        using var first = await Sample.MakeAsync(Students, night: 20, localId);
        using var second = await Sample.MakeAsync(Students, night: 21, localId);
        await service.Api.RegisterAsync(first.District, profile: "strict");

        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(first.Path("n20"), first.Zip, first.AsOf), "Published");
        SampleTruth.HoldsFor(first, await service.Api.SummaryAsync(first.District));
        var night = await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(first.Path("n21"), second.Zip, second.AsOf), "Published");

        var summary = await service.Api.SummaryAsync(first.District);
        SampleTruth.HoldsFor(second, summary);
        Assert.Equal(2, summary["version"]!.GetValue<long>());
        Assert.Equal(second.Students.Count, Count(night, "documentsWritten") + Count(night, "documentsUnchanged"));
        Assert.Equal(0, Count(night, "documentsRemoved"));
        var changes = night["changes"]!.AsArray().ToDictionary(change => change!["table"]!.GetValue<string>(), change => change!, StringComparer.Ordinal);
        Assert.Equal(
            second.Truth["rows"]!["attendance.csv"]!.GetValue<long>() - first.Truth["rows"]!["attendance.csv"]!.GetValue<long>(),
            changes["attendance"]["added"]!.GetValue<long>() - changes["attendance"]["removed"]!.GetValue<long>());
        Assert.Equal(0, changes["courses"]["changed"]!.GetValue<long>());
    }

    [Fact]
    public async Task Drop_OfTheSameContentAgain_WritesNothing()
    {
        using var sample = await Sample.MakeAsync(60, night: 0, RunningService.NewLocalId());
        await service.Api.RegisterAsync(sample.District);
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("a"), sample.Zip, sample.AsOf), "Published");
        var before = await PublishedState.ReadAsync(service.Api, sample.District, sample.Students);

        var again = await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("b"), sample.Zip, sample.AsOf), "Published");

        Assert.Equal(0, Count(again, "documentsWritten"));
        Assert.Equal(60, Count(again, "documentsUnchanged"));
        before.IsStill(await PublishedState.ReadAsync(service.Api, sample.District, sample.Students));
        var drops = (await service.Api.ReadAsync($"districts/{sample.District}/drops"))["drops"]!.AsArray();
        Assert.Equal(2, drops.Select(drop => drop!["dropId"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, drops.Count);
    }

    private static long Count(JsonNode drop, string name) => drop["counts"]![name]!.GetValue<long>();
}
