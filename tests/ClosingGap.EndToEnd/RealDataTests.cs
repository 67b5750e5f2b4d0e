using System.Net;
using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>Exports of real systems, from the folder of shared data.</summary>
[Collection(ServiceCollection.Name)]
public sealed class RealDataTests(RunningService service)
{
    private const string NoData = "The folder of shared data is not there; CLOSINGGAP_SHARED_DATA names it.";

    [Fact]
    public async Task GrandBend_ThroughItsProfile_PublishesWhatItsFilesHold()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, NoData);
        const string District = "TX-255901";
        await service.Api.RegisterAsync(District);
        var profile = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), TestContext.Current.CancellationToken);
        var (status, answer) = await service.Api.SendAsync(HttpMethod.Put, $"districts/{District}/profiles/sis", profile, "text/yaml");
        Assert.True(status == HttpStatusCode.OK, $"The profile answers {(int)status}: {answer}");

        var zip = Zips.OfFolder(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend"));
        await service.Api.EndsAsync(await service.Uploader.UploadBytesAsync($"TX/255901/sis/{Guid.NewGuid():n}.zip", zip), "Published");

        var summary = await service.Api.SummaryAsync(District);
        var figures = summary["figures"]!;
        var attendance = figures["attendance"]!;
        Assert.Equal(960, summary["students"]!.GetValue<long>());
        Assert.Equal(177, summary["instructionalDays"]!.GetValue<long>());
        Assert.Equal(
            (42L, 54L, 96L, 768L, 0L),
            (Long(attendance, "chronic"), Long(attendance, "atRisk"), Long(attendance, "satisfactory"), Long(attendance, "none"), Long(attendance, "notMeasured")));
        Assert.Equal((13_440L, 1_915L), (Long(figures, "courseAttempts"), Long(figures, "courseAttemptsFailed")));
        var student = await service.Api.StudentAsync(District, "604822");
        Assert.Equal("604822", student["sourcedId"]!.GetValue<string>());
        Assert.Equal(
            ["chronic-absence", "credits-to-graduate", "passing-courses", "suspensions"],
            student["verdicts"]!.AsArray().Select(verdict => verdict!["milestoneId"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(student["verdicts"]!.AsArray(), verdict => Assert.EndsWith(".", verdict!["sentence"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneRosterOfAWholeDistrict_UnderLenient_IsReadAndEachRejectionHasItsPlace()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, NoData);
        var localId = RunningService.NewLocalId();
        await service.Api.RegisterAsync($"TX-{localId}");

        var dropId = await service.Uploader.UploadFileAsync(
            $"TX/{localId}/sis/big.zip", Path.Combine(RepositoryPaths.SharedData!, "oneroster-1.1-district", "big-OneRoster.zip"));
        var drop = await service.Api.EndsAsync(dropId, "Published");

        var enrollments = drop["files"]!.AsArray().Single(file => file!["file"]!.GetValue<string>() == "enrollments.csv")!;
        Assert.Equal(138_971, Long(enrollments, "read"));
        var (status, report) = await service.Api.GetAsync($"drops/{dropId}/report");
        Assert.Equal(HttpStatusCode.OK, status);
        var lines = report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.NotEmpty(lines);
        var errors = lines.Where(line => line["severity"]!.GetValue<string>().Equals("error", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.All(errors, error => Assert.True(
            error["code"] is not null && error["file"] is not null && error["row"]!.GetValue<long>() >= 2 && error["column"] is not null, error.ToJsonString()));
        Assert.True(errors.Count >= drop["counts"]!["rowsRejected"]!.GetValue<long>(), "A rejected row is missing from the report.");
    }

    [Fact]
    public async Task TwoNights_InARow_TheSecondSaysWhatChanged()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, NoData);
        var localId = RunningService.NewLocalId();
        await service.Api.RegisterAsync($"TX-{localId}");
        var nights = Path.Combine(RepositoryPaths.SharedData!, "oneroster-1.1-district", "nightly");

        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync($"TX/{localId}/sis/night-1.zip", Path.Combine(nights, "OneRoster.zip")), "Published");
        var second = await service.Api.EndsAsync(
            await service.Uploader.UploadFileAsync($"TX/{localId}/sis/night-2.zip", Path.Combine(nights, "OneRoster1.zip")), "Published");

        // Counted in the files themselves: rows by sourcedId, without those that are marked as deleted.
        Assert.Equal((342L, 4L, 2L, 0L), Change(second, "users"));
        Assert.Equal((2352L, 28L, 14L, 0L), Change(second, "enrollments"));
        Assert.All(
            second["changes"]!.AsArray().Where(change => change!["table"]!.GetValue<string>() is "orgs" or "academicSessions" or "courses" or "classes"),
            change => Assert.Equal((0L, 0L, 0L), (Long(change!, "added"), Long(change!, "removed"), Long(change!, "changed"))));
    }

    private static (long Rows, long Added, long Removed, long Changed) Change(JsonNode drop, string table)
    {
        var change = drop["changes"]!.AsArray().Single(change => change!["table"]!.GetValue<string>() == table)!;
        return (Long(change, "rows"), Long(change, "added"), Long(change, "removed"), Long(change, "changed"));
    }

    private static long Long(JsonNode node, string name) => node[name]!.GetValue<long>();
}
