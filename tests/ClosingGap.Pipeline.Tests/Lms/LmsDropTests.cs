using System.Text.Json;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Validation;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Rebuilding;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.Pipeline.Validating;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Lms;

/// <summary>Drops of a learning management system beside those of the SIS: read by the built-in profile, joined to the published roster.</summary>
public sealed class LmsDropTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Drop_OfAToolkitTreeAfterGrandBend_IsJoinedAndNamesWhatIsNot()
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, "The shared test data is not beside the repository.");
        var token = TestContext.Current.CancellationToken;
        await using var host = new PipelineHost(azurite.ConnectionString, "255901");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), token);
        await RegisterAsync(host, await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", yaml, token));
        var roster = Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend");
        await host.PublishAsync("night", SamplePackage.OfFolder(roster).ToZip());
        var students = Column(Path.Combine(roster, "Student.csv"), "StudentUniqueStateId");
        var sections = Column(Path.Combine(roster, "Section.csv"), "UniqueSectionCode");

        // Two systems of one district: students of the one are not missed in the other.
        foreach (var (name, source) in new[] { ("starter-kit-sample", "lms"), ("sample-out", "classroom") })
        {
            var tree = Path.Combine(RepositoryPaths.SharedData!, "edfi-lms-toolkit", name);
            var drop = await DropAsync(host, name, TreeZip.Of(tree), new DateOnly(2011, 5, 27), source);
            var ids = Column(Newest(tree, "users"), "SISUserIdentifier", row => row.Contains(",student,", StringComparison.Ordinal));
            var codes = Column(Newest(tree, "sections"), "SISSectionIdentifier");
            var expected = new JoinFigures(
                ids.Count(students.Contains), ids.Count(id => id.Length > 0 && !students.Contains(id)), 0, 0, codes.Count(sections.Contains), codes.Count(code => !sections.Contains(code)));
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {drop.Joins}, {drop.Counts.RowsRead} rows, {drop.Counts.Warnings} warnings");
            Assert.Equal(expected, drop.Joins);
            Assert.Equal((0L, drop.Counts.RowsRead), (drop.Counts.RowsRejected, drop.Counts.RowsApplied));
            var named = (await FindingsAsync(host, drop)).Where(finding => finding.Code.StartsWith("lms.", StringComparison.Ordinal)).ToArray();
            Assert.Equal(expected.StudentsNotJoined + expected.SectionsNotJoined, named.Length);
            Assert.All(named, finding => Assert.True(finding.Row > 1 && finding.File.EndsWith(".csv", StringComparison.Ordinal)));
            using var receipt = JsonDocument.Parse(await host.ReceiptAsync(drop));
            Assert.Equal(expected.StudentsNotJoined, receipt.RootElement.GetProperty("joins").GetProperty("studentsNotJoined").GetInt64());
        }
    }

    [Fact]
    public async Task Drop_OfTheSampleTree_JoinsEveryStudentAndSectionAndIsReadAgainOnlyWhenTheRosterChanged()
    {
        await using var host = new PipelineHost(azurite.ConnectionString, "990001", shardBytes: 128 << 10);
        await RegisterAsync(host, "lenient");
        var (roster, tree, asOf, rows) = await SampleAsync();

        var early = await DropAsync(host, "early", tree, asOf);
        Assert.Equal(0, early.Joins!.StudentsJoined + early.Joins.SectionsJoined);
        Assert.Contains(early.Rules, rule => rule.Code == "reference.not_verified");

        await host.PublishAsync("roster", roster.ToZip(), asOf);
        var joined = await DropAsync(host, "same-content", tree, asOf);
        Assert.Equal(0, joined.Counts.RowsRejected);
        Assert.Equal((await CellsAsync(host, "lmsUsers", "sourcedId")).Count, joined.Joins!.StudentsJoined);
        Assert.True(joined.Joins.StudentsJoined > 20, joined.Joins.ToString());
        Assert.Equal(rows["lms/sections"], joined.Joins.SectionsJoined);
        Assert.Equal((0, 0, 0, 0), (joined.Joins.StudentsNotJoined, joined.Joins.StudentsAmbiguous, joined.Joins.StudentsWithoutId, joined.Joins.SectionsNotJoined));
        foreach (var (table, kind) in new[] { ("lmsSections", "sections"), ("lmsAssignments", "assignments"), ("lmsSubmissions", "submissions"), ("lmsSectionAssociations", "section-associations"), ("lmsGrades", "grades") })
        {
            Assert.Equal(rows["lms/" + kind], (await CellsAsync(host, table, "sourcedId")).Count);
        }

        Assert.Equal(rows["lms/section-activities"] + rows["lms/system-activities"], (await CellsAsync(host, "lmsActivities", "sourcedId")).Count);

        var repeated = await DropAsync(host, "again", tree, asOf);
        Assert.Equal((joined.Joins, joined.JoinedTo), (repeated.Joins, repeated.JoinedTo));
        Assert.Empty(repeated.Changes);

        // Every student but one keeps the id; that one is known by it as a local identifier from now on.
        var id = (await CellsAsync(host, "lmsUsers", "userSourcedId")).First()!;
        var renamed = Renamed(roster, id);
        await host.PublishAsync("renamed", renamed.ToZip(), asOf);
        var after = await DropAsync(host, "once-more", tree, asOf);
        Assert.NotEqual(joined.JoinedTo, after.JoinedTo);
        Assert.Equal(joined.Joins, after.Joins);
        Assert.Contains("new-id", await CellsAsync(host, "lmsUsers", "userSourcedId"));
        Assert.DoesNotContain(id, await CellsAsync(host, "lmsSubmissions", "userSourcedId"));

        await host.PublishAsync("last", renamed.ReplaceAll("new-id", "newer-id").ToZip(), asOf);
        var before = await CellsAsync(host, "lmsUsers", "userSourcedId");
        var rebuild = await host.Get<Rebuild>().StartAsync(host.District, "an operator", host.Started, host.Token);
        Assert.Equal(DropState.Published, (await host.RunAsync(rebuild!.Id)).State);
        Assert.Equal(
            before.Select(cell => cell == "new-id" ? "newer-id" : cell).Order(StringComparer.Ordinal),
            (await CellsAsync(host, "lmsUsers", "userSourcedId")).Order(StringComparer.Ordinal));
    }

    private static Task RegisterAsync(PipelineHost host, string rosterProfile) => host.Get<DistrictRegistry>().SaveAsync(
        new DistrictRegistration(
            host.District.ToString(), "Sample", null, "America/Chicago", null,
            [new SourceRegistration("sis", rosterProfile), new SourceRegistration("lms", "lms-udm"), new SourceRegistration("classroom", "lms-udm")], [], 0),
        host.Token);

    private static async Task<Drop> DropAsync(PipelineHost host, string name, byte[] zip, DateOnly asOf, string source = "lms")
    {
        var drop = await host.RunAsync(await host.DropAsync($"{host.District.State}/{host.District.LocalId}/{source}/{name}.zip", zip, asOf));
        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));
        return drop;
    }

    private static async Task<(SamplePackage Roster, byte[] Tree, DateOnly AsOf, IReadOnlyDictionary<string, long> Rows)> SampleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-lms-");
        try
        {
            var summary = await SampleDistrictWriter.WriteAsync(new SampleOptions { Students = 120, Night = 40 }, folder.FullName, TestContext.Current.CancellationToken);
            return (SamplePackage.OfZip(summary.SisZip), TreeZip.Of(summary.LmsDirectory), summary.AsOf, summary.Rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The student has another id, and the old one as identifier.</summary>
    private static SamplePackage Renamed(SamplePackage roster, string id)
    {
        var renamed = roster.ReplaceAll(id, "new-id");
        var header = renamed.Header("users.csv").Split(',').ToList();
        var cells = renamed.Row("users.csv", "new-id").Split(',');
        var row = string.Join(',', cells);
        cells[header.IndexOf("identifier")] = id;
        return renamed.Replace("users.csv", row, string.Join(',', cells));
    }

    private static async Task<IReadOnlyList<string?>> CellsAsync(PipelineHost host, string name, string column)
    {
        var snapshots = host.Get<SnapshotStore>();
        var manifest = (await snapshots.FindPublishedAsync(host.District, host.Token))!;
        var table = CanonicalTables.Get(name);
        var cells = new List<string?>();
        for (var shard = 0; shard < (table.IsSharded ? manifest.ShardCount : 1); shard++)
        {
            foreach (var part in await snapshots.ReadAsync(host.District, manifest, table, shard, [column], host.Token))
            {
                cells.AddRange(part.Texts(column));
            }
        }

        return cells;
    }

    private static async Task<IReadOnlyList<(string Code, string File, long Row)>> FindingsAsync(PipelineHost host, Drop drop)
    {
        var report = await host.TextAsync(DropValidation.ReportContainer, DropValidation.ReportPath(host.District, drop.Id));
        return
        [
            .. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).Select(line => (
                line.GetProperty("code").GetString()!,
                line.TryGetProperty("file", out var file) ? file.GetString() ?? "" : "",
                line.TryGetProperty("row", out var row) && row.ValueKind == JsonValueKind.Number ? row.GetInt64() : 0)),
        ];
    }

    private static string Newest(string tree, string folder) => Directory.GetFiles(Path.Combine(tree, folder), "*.csv").Order(StringComparer.Ordinal).Last();

    /// <summary>A column of a file in which no cell before it is quoted.</summary>
    private static List<string> Column(string file, string column, Func<string, bool>? takes = null)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).ToArray();
        var at = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), column);
        Assert.True(at >= 0);
        return [.. lines.Skip(1).Where(takes ?? (_ => true)).Select(line => line.Split(',')[at])];
    }
}
