using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>A district with a layout of its own: what its profile refuses is counted and reported like what the rules refuse.</summary>
public sealed class ProfileTests(AzuriteFixture azurite)
{
    private const string Profile = """
        name: mini
        version: 1
        conformance: lenient
        codeMaps:
          grade:
            map: { nine: "09", ten: "10" }
        tables:
          orgs:
            sources:
              - file: schools.csv
                columns:
                  sourcedId: id
                  name: name
                  type: { constant: school }
          users:
            sources:
              - file: people.csv
                columns:
                  sourcedId: id
                  enabledUser: { constant: "true" }
                  orgSourcedIds: school
                  role: { constant: student }
                  givenName: given
                  familyName: family
                  grades: { codeMap: { of: grade, use: grade } }
          studentPrograms:
            optional: true
            sources:
              - file: programs.csv
                columns:
                  userSourcedId: person
                  characteristic: program
                  beginDate: begin
        """;

    private static readonly SamplePackage s_package = SamplePackage.Of(
        ("schools.csv", "id,name\n1,First\n"),
        ("people.csv", "id,given,family,school,grade\n1,A,B,1,nine\n2,C,D,1,ten\n3,E,F,1,eleven\n4,G,H,1,nine\n"),
        ("programs.csv", "person,program,begin\n1,Homeless,2025-09-01\n"));

    [Fact]
    public async Task RowsThatAnOperatorRejects_AreCountedReadAndRejected()
    {
        await using var host = await StartAsync();

        var drop = await host.PublishAsync("night", s_package.ToZip());

        Assert.Equal((6L, 1L, 5L), (drop.Counts.RowsRead, drop.Counts.RowsRejected, drop.Counts.RowsApplied));
        var rule = Assert.Single(drop.Rules, rule => rule.Severity == "error");
        Assert.Equal(("profile.unmapped_code", 1L, "people.csv", 4L), (rule.Code, rule.Count, rule.File, rule.FirstRows.Single()));
        Assert.Equal(["orgs", "studentPrograms", "users"], drop.Tables.Order(StringComparer.Ordinal));
        Assert.Equal(3, (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!.Value.Students);
    }

    [Fact]
    public async Task MissingColumn_IsRejectedWithTheReportSoFar()
    {
        await using var host = await StartAsync();
        var broken = s_package.With("people.csv", "id,given,school,grade\n1,A,1,nine\n");

        var drop = await host.RunAsync(await host.DropAsync("night", broken.ToZip()));

        Assert.Equal((DropState.Rejected, "profile.missing_column"), (drop.State, drop.ReasonCode));
        Assert.Contains("family", drop.Reason!, StringComparison.Ordinal);
        Assert.Contains(drop.Rules, rule => rule.Code == "profile.missing_column" && rule.File == "people.csv");
        Assert.Contains("profile.missing_column", await host.TextAsync("reports", $"TX/990001/{drop.Id}.jsonl"), StringComparison.Ordinal);
        await using var report = await host.Get<DropReader>().OpenReportAsync(drop.Id, host.Token);
        Assert.NotNull(report);
    }

    [Fact]
    public async Task OptionalTableThatIsAbsent_IsNotAmongTheTables()
    {
        await using var host = await StartAsync();
        await host.PublishAsync("first", s_package.ToZip());
        await host.PublishAsync("again", s_package.ToZip());

        var drop = await host.RunAsync(await host.DropAsync("second", s_package.WithoutFile("programs.csv").ToZip()));

        Assert.Equal(["orgs", "users"], drop.Tables.Order(StringComparer.Ordinal));
        Assert.Equal((DropState.Held, "hold.file_lost"), (drop.State, drop.ReasonCode));
    }

    [Fact]
    public async Task ProfileWithdrawnWhileItsDropRuns_IsRejected()
    {
        await using var host = await StartAsync();
        var path = (await host.Get<DistrictRegistry>().FindAsync(host.District, host.Token))!.FindSource("sis")!.Profile;
        var id = await host.DropAsync("night", s_package.ToZip());
        await host.Get<IBlobStore>().DeleteAsync(DistrictProfiles.Container, path, host.Token);

        var drop = await host.RunAsync(id);

        Assert.Equal((DropState.Rejected, "profile.invalid"), (drop.State, drop.ReasonCode));
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", Profile, host.Token));
        return host;
    }
}
