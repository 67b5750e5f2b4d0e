using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>What a complete file, a file of changes and a file that is not there say of the rows that were there before.</summary>
public sealed class FileModeTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_on = new(2025, 9, 1);

    private static readonly SmallRoster s_roster = new(s_on)
    {
        Users = [("u1", "student"), ("u2", "student")],
        Enrollments = [("e1", "A", "u1", SmallRoster.FirstDay), ("e2", "B", "u2", SmallRoster.FirstDay)],
    };

    [Fact]
    public async Task CompleteFile_TakesAwayWhatItDoesNotHold_AndOnlyInItsOwnTable()
    {
        await using var host = await StartAsync();

        var drop = await host.PublishAsync("less", (s_roster with { Enrollments = [s_roster.Enrollments[0]] }).Bulk("enrollments").ToZip(), s_on);

        var change = Assert.Single(drop.Changes);
        Assert.Equal(("enrollments", 1L, 3L), (change.Table, change.Removed, change.Unchanged));
        Assert.Equal(4, drop.Counts.Students);
    }

    [Fact]
    public async Task FileThatIsNotThere_SaysNothing()
    {
        await using var host = await StartAsync();
        var before = await SnapshotView.OfAsync(host);

        var drop = await host.PublishAsync("users", s_roster.Bulk("users").ToZip(), s_on);

        Assert.Equal("users", Assert.Single(drop.Changes).Table);
        Assert.Equal(before, await SnapshotView.OfAsync(host));
    }

    [Fact]
    public async Task ManifestAlone_ChangesNothingAndTakesNoVersion()
    {
        await using var host = await StartAsync();
        await host.PublishAsync("again", s_roster.Bulk().ToZip(), s_on);
        var (before, version) = (await SnapshotView.OfAsync(host), await host.PublishedAsync());

        var drop = await host.PublishAsync("nothing", SmallRoster.Nothing().ToZip(), s_on);

        Assert.Equal((0, version, version), (drop.Changes.Count, await host.PublishedAsync(), drop.Version));
        Assert.Equal(before, await SnapshotView.OfAsync(host));
    }

    [Fact]
    public async Task Changes_InsertUpdateAndDelete()
    {
        await using var host = await StartAsync();
        var rows = s_roster.Rows()["users"];

        var drop = await host.PublishAsync(
            "delta", s_roster.Delta("users", [(rows[0].Replace("Given", "Other", StringComparison.Ordinal), "active"), (rows[1], "tobedeleted"), ("u3" + rows[1][2..], "active")]).ToZip(), s_on);

        var change = Assert.Single(drop.Changes);
        Assert.Equal((1L, 1L, 1L, 2L), (change.Added, change.Changed, change.Removed, change.Unchanged));
        Assert.Equal(false, drop.AllBulk);
    }

    [Fact]
    public async Task OnePackage_MayHoldCompleteFilesAndChanges()
    {
        await using var host = await StartAsync();
        var enrollment = s_roster.Rows()["enrollments"][1];
        var fewer = s_roster with { Users = [s_roster.Users[0]] };

        var drop = await host.PublishAsync("mixed", fewer.Delta("enrollments", [(enrollment, "tobedeleted")], "users").ToZip(), s_on);

        Assert.Equal([("enrollments", 1L, 3L), ("users", 1L, 3L)], drop.Changes.Select(change => (change.Table, change.Removed, change.Unchanged)));
        Assert.Equal(false, drop.AllBulk);
    }

    [Fact]
    public async Task RowsWithStatusUnderABulkManifest_AreChanges()
    {
        await using var host = await StartAsync();
        var package = s_roster.Delta("users", [(s_roster.Rows()["users"][0], "tobedeleted")]).Replace("manifest.csv", "file.users,delta", "file.users,bulk");

        var drop = await host.PublishAsync("contrary", package.ToZip(), s_on);

        Assert.Equal((false, 1L, 3L), (drop.AllBulk, drop.Changes.Single().Removed, drop.Changes.Single().Unchanged));
    }

    [Fact]
    public async Task RowsWithoutStatusUnderADeltaManifest_AreActiveAndRemoveNothing()
    {
        await using var host = await StartAsync();
        var package = (s_roster with { Users = [s_roster.Users[0]] }).Bulk("users").Replace("manifest.csv", "file.users,bulk", "file.users,delta");

        var drop = await host.PublishAsync("contrary", package.ToZip(), s_on);

        Assert.Equal((false, 0L, 4L), (drop.AllBulk, drop.Changes.Single().Removed, drop.Changes.Single().Unchanged));
    }

    [Fact]
    public async Task RecordThatReturns_IsActiveAgain()
    {
        await using var host = await StartAsync();
        var before = await SnapshotView.OfAsync(host);
        await host.PublishAsync("without", (s_roster with { Users = [s_roster.Users[0]], Enrollments = [s_roster.Enrollments[0]] }).Bulk().ToZip(), s_on);
        Assert.NotEqual(before, await SnapshotView.OfAsync(host));

        var drop = await host.PublishAsync("again", s_roster.Bulk().ToZip(), s_on);

        Assert.Equal(4, drop.Counts.Students);
        Assert.Equal(before, await SnapshotView.OfAsync(host));
    }

    [Fact]
    public async Task UserDeletedByChanges_LeavesTheirRowsUncounted_LikeACompleteFileOfUsers()
    {
        await using var host = await StartAsync();
        await using var other = await StartAsync();
        var fewer = s_roster with { Users = [s_roster.Users[0]] };

        var drop = await host.PublishAsync("delta", s_roster.Delta("users", [(s_roster.Rows()["users"][1], "tobedeleted")]).ToZip(), s_on);
        await other.PublishAsync("bulk", fewer.Bulk("users").ToZip(), s_on);

        Assert.Equal(3, drop.Counts.Students);
        Assert.Equal(await SnapshotView.OfAsync(other), await SnapshotView.OfAsync(host));
        PublicView.AssertEqual(await PublicView.OfAsync(other, ["u1", "u2"]), await PublicView.OfAsync(host, ["u1", "u2"]), "delta against bulk");
        Assert.Contains(await SnapshotView.OfAsync(host), line => line.StartsWith("sis/enrollments/0: 4 rows", StringComparison.Ordinal));
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        await host.PublishAsync("first", s_roster.Bulk().ToZip(), s_on);
        return host;
    }
}
