using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>What a published drop contributes to the state: a line for each student, and nothing that names one.</summary>
public sealed class ContributionTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_on = new(2025, 12, 1);
    private static readonly DateOnly s_moved = new(2025, 10, 6);

    [Fact]
    public async Task Contribution_OfADrop_HoldsAHashGroupsOutcomesAndTheLatestSchool()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        await RegisterAsync(host, host.District, "settings: { stateId: sourcedId }");
        await host.PublishAsync("first", Roster().Bulk().ToZip(), s_on);

        var (index, lines) = await ReadAsync(host, host.District);

        Assert.Equal((3L, true, 0L, s_on), (index.Rows, index.IsDeduplicated, index.WithoutStateId, index.AsOf));
        Assert.Equal(["A", "B"], index.Schools.Keys);
        var mover = Assert.Single(lines, line => line.Key == host.Get<StateStudentKeys>().OfStateId("TX", "u1"));
        Assert.Equal(("B", s_moved), (mover.School, mover.Begin));
        Assert.Contains("grade:09", mover.Groups);
        Assert.Equal(index.Measures.Count, mover.Outcomes.Length);
        Assert.Equal('0', mover.Outcomes[Place(index, StateMeasures.ChronicAbsence)]);
        Assert.Equal(lines.Select(line => line.Key).Order(StringComparer.Ordinal), lines.Select(line => line.Key));
        var text = await host.TextAsync(CuratedPaths.Container, ContributionPaths.Lines(host.District, index.Version));
        Assert.All((string[])["u1", "fA", "fB", "Given", "Family"], name => Assert.DoesNotContain($"\"{name}", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contribution_OfADistrictWithoutTheSetting_GoesByItsOwnKeysAndIsMarked()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        await RegisterAsync(host, host.District, "");
        await host.PublishAsync("first", Roster().Bulk().ToZip(), s_on);

        var (index, lines) = await ReadAsync(host, host.District);

        Assert.False(index.IsDeduplicated);
        Assert.DoesNotContain(lines, line => line.Key == host.Get<StateStudentKeys>().OfStateId("TX", "u1"));
        Assert.Contains(lines, line => line.Key == host.Get<StateStudentKeys>().OfStudent(host.District, "u1"));
    }

    [Fact]
    public async Task Contribution_OfADistrictWhoseColumnOfIdsIsBlank_IsMarked()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        await RegisterAsync(host, host.District, "settings: { stateId: identifier }");
        await host.PublishAsync("first", Roster().Bulk().ToZip(), s_on);

        var (index, _) = await ReadAsync(host, host.District);

        Assert.Equal((index.Rows, false), (index.WithoutStateId, index.IsDeduplicated));
    }

    [Fact]
    public async Task Contribution_OfADistrictWithOtherThresholds_CountsChronicAbsenceAsEveryDistrict()
    {
        const string Strict = """
            settings:
              stateId: sourcedId
              milestones:
                use: [chronic-absence]
                define:
                  - { id: chronic-absence, version: 2, title: Attendance, indicator: attendance.rate, offTrackNumerator: 1, offTrackDenominator: 4, minimumEvidence: 10, effectiveFrom: 2009-07-01, source: Board }
            """;
        await using var one = new PipelineHost(azurite.ConnectionString);
        await using var other = new PipelineHost(azurite.ConnectionString);
        var night = await SampleNight.OfAsync(60, 1);
        await RegisterAsync(one, one.District, "settings: { stateId: sourcedId, milestones: { use: [chronic-absence] } }");
        await RegisterAsync(other, other.District, Strict);
        await one.PublishAsync("first", night.Zip, night.AsOf);
        await other.PublishAsync("first", night.Zip, night.AsOf);

        var usual = await ReadAsync(one, one.District);
        var strict = await ReadAsync(other, other.District);

        Assert.Contains("1", Outcomes(usual, StateMeasures.ChronicAbsence));
        Assert.Equal(Outcomes(usual, StateMeasures.ChronicAbsence), Outcomes(strict, StateMeasures.ChronicAbsence));
        Assert.NotEqual(Outcomes(usual, StateMeasures.Milestone + "chronic-absence"), Outcomes(strict, StateMeasures.Milestone + "chronic-absence"));

        static List<string> Outcomes((ContributionIndex Index, List<ContributionLine> Lines) of, string measure) =>
            [.. of.Lines.Select(line => line.Outcomes[Place(of.Index, measure)].ToString())];
    }

    [Fact]
    public async Task Contribution_OfManyShards_IsThatOfOneInTheSameOrder()
    {
        await using var one = new PipelineHost(azurite.ConnectionString);
        await using var many = new PipelineHost(azurite.ConnectionString, shardBytes: 96 << 10);
        var night = await SampleNight.OfAsync(60, 1);
        foreach (var host in (PipelineHost[])[one, many])
        {
            await RegisterAsync(host, host.District, "settings: { stateId: sourcedId }");
            await host.PublishAsync("first", night.Zip, night.AsOf);
        }

        var (_, expected) = await ReadAsync(one, one.District);
        var (_, found) = await ReadAsync(many, many.District);

        Assert.True(expected.Count > 40);
        Assert.Equal(expected.Select(Text), found.Select(Text));

        static string Text(ContributionLine line) => $"{line.Key} {line.School} {line.Begin:O} {line.End:O} {string.Join(' ', line.Groups)} {line.Outcomes}";
    }

    [Fact]
    public async Task Rollup_OfTwoDistrictsThatDropped_CountsTheStudentOfBothWhereTheStudentIsNow()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var other = DistrictId.Parse("TX-990002");
        await RegisterAsync(host, host.District, "settings: { stateId: sourcedId }");
        await RegisterAsync(host, other, "settings: { stateId: sourcedId }");
        await host.PublishAsync("first", (Roster() with { SchoolEnrollments = [("s1", "A", "u1", SmallRoster.FirstDay)] }).Bulk().ToZip(), s_on);
        await host.PublishAsync("TX/990002/sis/first.zip", (new SmallRoster(s_on) { SchoolEnrollments = [("s1", "A", "u1", s_moved)] }).Bulk().ToZip(), s_on);
        var starter = new RecordingRollupStarter();
        await using var world = new StateWorld(host, starter);

        var rollup = await world.RollupAsync();

        Assert.Equal((6, 3, 3), ((int)rollup.Counts.Contributions, (int)rollup.Counts.Students, (int)rollup.Counts.InSeveralDistricts));
        Assert.Equal(2, (await world.CountAsync(rollup, "990001", measure: StateMeasures.ChronicAbsence)).Students);
        Assert.Equal(1, (await world.CountAsync(rollup, "990002", "A", measure: StateMeasures.ChronicAbsence)).Students);
    }

    [Fact]
    public void StateStudentKeys_OfOneId_DifferByStateAndMeetInAState()
    {
        var keys = new StateStudentKeys(new byte[32]);

        Assert.Equal(keys.OfStateId("TX", "123"), keys.OfStateId("TX", " 123 "));
        Assert.NotEqual(keys.OfStateId("TX", "123"), keys.OfStateId("VT", "123"));
        Assert.NotEqual(keys.OfStudent(DistrictId.Parse("TX-1"), "123"), keys.OfStudent(DistrictId.Parse("TX-2"), "123"));
        Assert.NotEqual(keys.OfStateId("TX", "123"), new StateStudentKeys([.. new byte[31], 1]).OfStateId("TX", "123"));
    }

    [Theory]
    [InlineData("{LDAP:jdoe},{State:12345}", "12345")]
    [InlineData("{state: 12345 }", "12345")]
    [InlineData("{LDAP:jdoe}", null)]
    [InlineData(null, null)]
    public void StateIds_OfUserIds_AreThoseOfTheType(string? cell, string? expected) => Assert.Equal(expected, StateIds.OfType(cell, "State"));

    private static SmallRoster Roster() => new(s_on) { SchoolEnrollments = [("s1", "A", "u1", SmallRoster.FirstDay), ("s2", "B", "u1", s_moved)] };

    private static int Place(ContributionIndex index, string measure) => index.Measures.ToList().FindIndex(one => one.Id == measure);

    private static async Task RegisterAsync(PipelineHost host, DistrictId district, string settings)
    {
        var profile = await host.Get<DistrictProfiles>().SaveAsync(district, "sis", $"name: ours\nversion: 1\nconformance: lenient\n{settings}\n", host.Token);
        await host.Get<DistrictRegistry>().SaveAsync(
            new DistrictRegistration(district.ToString(), "D", null, "America/Chicago", null, [new SourceRegistration("sis", profile)], [], 0), host.Token);
    }

    private static async Task<(ContributionIndex Index, List<ContributionLine> Lines)> ReadAsync(PipelineHost host, DistrictId district)
    {
        var version = await host.PublishedAsync();
        var blobs = host.Get<IBlobStore>();
        var index = await blobs.ReadJsonAsync(CuratedPaths.Container, ContributionPaths.Index(district, version), PipelineJson.Default.ContributionIndex, host.Token);
        var lines = new List<ContributionLine>();
        await foreach (var line in blobs.ReadLinesAsync(CuratedPaths.Container, ContributionPaths.Lines(district, version), PipelineJson.Default.ContributionLine, host.Token))
        {
            lines.Add(line);
        }

        return (index, lines);
    }
}
