using System.Net;
using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>
/// A state from its districts' drops to what everybody reads: one district is late, one's newest drop was rejected, two hold the same
/// students, one is a real system's export.
/// </summary>
[Collection(ServiceCollection.Name)]
public sealed class StateTests(RunningService service)
{
    private const string State = "WY";
    private const string ByStateId = "name: ours\nversion: 1\nconformance: lenient\nsettings: { stateId: sourcedId }\n";
    private const string Measure = "indicator.chronicAbsence";

    [Fact]
    public async Task State_OfDistrictsOnTimeLateAndFailed_IsReleasedWithEachStudentOnce()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (onTime, late, failing, real) = ("1" + RunningService.NewLocalId(), "2" + RunningService.NewLocalId(), "3" + RunningService.NewLocalId(), "4" + RunningService.NewLocalId());
        using var sample = await Sample.MakeAsync(300, night: 0, onTime);
        using var other = await Sample.MakeAsync(250, night: 0, late, seed: 2);
        await PublishAsync(onTime, ByStateId, sample.Zip, today);
        await PublishAsync(late, null, other.Zip, other.AsOf);
        await PublishAsync(failing, ByStateId, sample.Zip, today);
        await service.Api.EndsAsync(await service.Uploader.UploadBytesAsync($"{State}/{failing}/sis/broken.zip", "this is not a zip"u8.ToArray()), "Rejected");
        if (RepositoryPaths.SharedData is { } data)
        {
            var profile = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), TestContext.Current.CancellationToken);
            await RegisterAsync(real, profile);
            await service.Api.EndsAsync(
                await service.Uploader.UploadBytesAsync($"{State}/{real}/sis/real.zip", Zips.OfFolder(Path.Combine(data, "edfi-grand-bend"))), "Published");
        }

        var rollup = await RollUpAsync();

        Assert.True(rollup["rollup"]!["state"]!.GetValue<string>() == "Candidate", rollup.ToJsonString());
        var statuses = rollup["districts"]!.AsArray().ToDictionary(district => district!["district"]!.GetValue<string>(), district => district!["status"]!.GetValue<string>());
        Assert.Equal(("Current", "Late", "Failed"), (statuses[$"{State}-{onTime}"], statuses[$"{State}-{late}"], statuses[$"{State}-{failing}"]));
        var counts = rollup["rollup"]!["counts"]!;
        var students = await StudentsAsync(onTime);
        Assert.Equal(students, counts["inSeveralDistricts"]!.GetValue<long>());
        Assert.Equal(students, counts["takenBack"]!.GetValue<long>());
        var expected = students + await StudentsAsync(late) + (RepositoryPaths.SharedData is null ? 0 : await StudentsAsync(real));
        Assert.Equal(expected, counts["students"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.GetAsync($"states/{State}")).Status);

        await ReleaseAsync(rollup["rollup"]!["id"]!.GetValue<string>());

        var measure = await service.Api.ReadAsync($"states/{State}/measures/{Measure}?level=state&dimension=sex");
        var all = measure["organisations"]![0]!["values"]![0]!;
        var csv = await service.Uploader.FindAsync("exports", $"{State}/release-{State}-1/{Measure}.csv");
        var lines = csv!.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        TestContext.Current.TestOutputHelper?.WriteLine(measure.ToJsonString());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines[..1].Concat(lines.Where(line => line.StartsWith("state,", StringComparison.Ordinal)).Take(40))));
        var row = lines.Single(line => line.StartsWith($"state,,,{State},all,all,", StringComparison.Ordinal)).Split(',');
        Assert.True(row[8] == "exact", rollup["rollup"]!["protection"]!.ToJsonString());
        Assert.Equal(all["students"]!["value"]!.GetValue<decimal>(), decimal.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(all["students"]!["value"]!.GetValue<decimal>(), expected * 9 / 10, expected);
        Assert.All(lines.Where(line => line.Contains(",suppressed,", StringComparison.Ordinal)), line => Assert.Contains(",,suppressed,", line, StringComparison.Ordinal));
        var districts = await service.Api.ReadAsync($"states/{State}/measures/{Measure}?level=district&dimension=all&pageSize=100");
        var failed = districts["organisations"]!.AsArray().Single(organisation => organisation!["district"]!.GetValue<string>() == $"{State}-{failing}");
        Assert.Equal("NotApplicable", failed!["values"]![0]!["students"]!["status"]!.GetValue<string>());
        var history = await service.Api.ReadAsync($"states/{State}/measures/{Measure}/history?dimension=sex");
        Assert.Equal(measure["organisations"]![0]!["values"]!.ToJsonString(), history["points"]!.AsArray().Single()!["values"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Api.GetAsync($"states/{State}/measures/{Measure}/history?school=A")).Status);
        var metadata = JsonNode.Parse((await service.Uploader.FindAsync("exports", $"{State}/release-{State}-1/metadata.json"))!)!;
        Assert.Equal(statuses.Count, metadata["districts"]!.AsArray().Count);
    }

    private async Task PublishAsync(string localId, string? profile, string zip, DateOnly asOf)
    {
        await RegisterAsync(localId, profile);
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync($"{State}/{localId}/sis/night.zip", zip, asOf), "Published");
    }

    private async Task RegisterAsync(string localId, string? profile)
    {
        await service.Api.RegisterAsync($"{State}-{localId}");
        if (profile is not null)
        {
            var (status, answer) = await service.Api.SendAsync(HttpMethod.Put, $"districts/{State}-{localId}/profiles/sis", profile, "text/yaml");
            Assert.True(status == HttpStatusCode.OK, $"The profile answers {(int)status}: {answer}");
        }
    }

    private async Task<long> StudentsAsync(string localId) => (await service.Api.SummaryAsync($"{State}-{localId}"))["students"]!.GetValue<long>();

    private async Task<JsonNode> RollUpAsync()
    {
        var (status, body) = await service.Api.SendAsync(HttpMethod.Post, $"states/{State}/rollups", """{"by":"end to end"}""");
        Assert.True(status == HttpStatusCode.Accepted, $"The rollup answers {(int)status}: {body}");
        var id = JsonNode.Parse(body)!["id"]!.GetValue<string>();
        JsonNode? found = null;
        await Eventually.HoldsAsync("the rollup has ended", TimeSpan.FromMinutes(8), async () =>
        {
            found = await service.Api.ReadAsync($"states/{State}/rollups/{id}");
            return found["rollup"]!["state"]!.GetValue<string>() != "Running";
        }, TestContext.Current.CancellationToken);
        return found!;
    }

    private async Task ReleaseAsync(string rollup)
    {
        var (status, body) = await service.Api.SendAsync(HttpMethod.Post, $"states/{State}/rollups/{rollup}/release", """{"reason":"First figures"}""");
        Assert.True(status == HttpStatusCode.Accepted, $"The release answers {(int)status}: {body}");
        await Eventually.HoldsAsync(
            "the release is published", TimeSpan.FromMinutes(8), async () => (await service.Api.GetAsync($"states/{State}")).Status == HttpStatusCode.OK, TestContext.Current.CancellationToken);
    }
}
