using System.Globalization;
using System.Text;
using ClosingGap.Domain.Summaries;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests;

/// <summary>The milestones of the published sample district by status, all that ship chosen; <c>docs/grand-bend-milestones.md</c> is held to it. CLOSINGGAP_WRITE_DOCS=1 writes the table anew.</summary>
public sealed class GrandBendMilestonesTests(AzuriteFixture azurite)
{
    private const string Begin = "<!-- table -->\n";
    private const string End = "<!-- end of table -->\n";

    [Fact]
    public async Task Milestones_OfThe960Students_AreTheApprovedOnes()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, "The shared test data is not beside the repository.");
        var token = TestContext.Current.CancellationToken;
        await using var host = new PipelineHost(azurite.ConnectionString, "255901");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), token);
        var ids = string.Join(", ", DefaultMilestones.Set.Definitions.Select(definition => definition.Id).Distinct(StringComparer.Ordinal));
        yaml = yaml.Replace("\nsettings:\n", $"\nsettings:\n  milestones:\n    use: [{ids}]\n", StringComparison.Ordinal);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", yaml, token));

        await host.RunAsync(await host.DropAsync("night", SamplePackage.OfFolder(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend")).ToZip()));

        var figures = (await host.Get<DistrictReader>().FindAsync(host.District, token))!.Value.Figures;
        var table = Table(figures.Milestones);
        var path = Path.Combine(RepositoryPaths.Root, "docs", "grand-bend-milestones.md");
        var page = await File.ReadAllTextAsync(path, token);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CLOSINGGAP_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, page[..begin] + table + page[end..], token);
            return;
        }

        Assert.Equal(table, page[begin..end]);
        Assert.All(figures.Milestones.Values, counts => Assert.Equal(
            960, counts.Met + counts.OnTrack + counts.AtRisk + counts.OffTrack + counts.NotEnoughData + counts.NotApplicable));
    }

    private static string Table(IReadOnlyDictionary<string, StatusCounts> milestones)
    {
        var text = new StringBuilder("| milestone | met | on track | at risk | off track | not enough data | does not apply |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (id, counts) in milestones.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{id}` | {counts.Met} | {counts.OnTrack} | {counts.AtRisk} | {counts.OffTrack} | {counts.NotEnoughData} | {counts.NotApplicable} |\n");
        }

        return text.ToString();
    }
}
