using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>The LMS files of Ed-Fi's starter kit, of 2021-22, beside the roster of the same students, of 2010-11.</summary>
[Collection(ServiceCollection.Name)]
public sealed class LmsTests(RunningService service)
{
    private const string Student = "604822";
    private static readonly string[] s_work = ["lms-missing-work", "lms-late-work"];

    [Fact]
    public async Task StarterKit_BesideGrandBend_GivesStudentsTheirWorkWithItsOwnDates()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, "The folder of shared data is not there; CLOSINGGAP_SHARED_DATA names it.");
        var kit = Path.Combine(RepositoryPaths.SharedData!, "edfi-lms-toolkit", "starter-kit-sample");
        var localId = RunningService.NewLocalId();
        var district = "TX-" + localId;
        await service.Api.RegisterAsync(district, ("sis", "lenient"), ("lms", "lms-udm"));
        var profile = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), TestContext.Current.CancellationToken);
        await service.Api.SendAsync(HttpMethod.Put, $"districts/{district}/profiles/sis", profile, "text/yaml");

        await PublishAsync($"TX/{localId}/sis/roster.zip", Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend"));
        Assert.DoesNotContain((await service.Api.StudentAsync(district, Student))["facts"]!.AsArray(), fact => fact!["source"] is not null);
        var drop = await PublishAsync($"TX/{localId}/lms/kit.zip", kit);

        Assert.Equal("2021-11-18", drop["asOf"]!.GetValue<string>());
        var student = await service.Api.StudentAsync(district, Student);
        Assert.Equal("2011-05-27", student["asOf"]!.GetValue<string>());
        var facts = student["facts"]!.AsArray().Where(fact => fact!["source"]?.GetValue<string>() == "lms").ToDictionary(fact => fact!["indicator"]!.GetValue<string>(), fact => fact!);
        Assert.Equal((2L, 24L), Figures(facts[s_work[0]]));
        Assert.Equal((9L, 22L), Figures(facts[s_work[1]]));
        Assert.Equal((0L, "2021-11-18"), (facts["lms-last-activity"]["numerator"]!.GetValue<long>(), facts["lms-last-activity"]["evidence"]![0]!["date"]!.GetValue<string>()));
        Assert.Equal("Table", facts["lms-current-score"]["missing"]!.GetValue<string>());
        Assert.All(facts.Values, fact => Assert.Equal(
            (2022, "2021-07-01", "2021-11-18", "2021-11-18"),
            (fact["schoolYear"]!.GetValue<int>(), fact["from"]!.GetValue<string>(), fact["to"]!.GetValue<string>(), fact["asOf"]!.GetValue<string>())));
        Assert.Equal(
            [("2021-11-12", "Writing"), ("2021-10-20", "Vocabulary")],
            facts[s_work[0]]["items"]!.AsArray().Select(item => (item!["date"]!.GetValue<string>(), item["title"]!.GetValue<string>())));
        foreach (var (id, work) in StarterKit.Read(kit).WorkByStudent())
        {
            var own = (await service.Api.StudentAsync(district, id))["facts"]!.AsArray();
            Assert.Equal((work.Missing, work.Due), Figures(own.Single(fact => Is(fact!, s_work[0]))!));
            Assert.Equal((work.Late, work.Due - work.Missing), Figures(own.Single(fact => Is(fact!, s_work[1]))!));
        }
    }

    private static bool Is(JsonNode fact, string indicator) => fact["indicator"]!.GetValue<string>() == indicator;

    private static (long Numerator, long Denominator) Figures(JsonNode fact) => (fact["numerator"]!.GetValue<long>(), fact["denominator"]!.GetValue<long>());

    private async Task<JsonNode> PublishAsync(string path, string folder) =>
        await service.Api.EndsAsync(await service.Uploader.UploadBytesAsync(path, Zips.OfFolder(folder)), "Published");
}
