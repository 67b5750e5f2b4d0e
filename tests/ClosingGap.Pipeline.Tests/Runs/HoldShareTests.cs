using System.Globalization;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Of whom a drop takes too many: active students and enrollments, each source by itself, by the limits of its profile.</summary>
public sealed class HoldShareTests(AzuriteFixture azurite)
{
    private const string Accepting = """
        name: accepting
        version: 1
        conformance: lenient
        settings: { holds: { studentsRemovedPercent: 60, enrollmentsRemovedPercent: 60, missingFile: accept } }
        """;

    private static readonly DateOnly s_on = new(2025, 9, 1);
    private static readonly string[] s_ids = [.. Enumerable.Range(1, 12).Select(number => string.Create(CultureInfo.InvariantCulture, $"u{number:00}"))];

    private static readonly SmallRoster s_roster = new(s_on)
    {
        Users = [.. s_ids.Select(id => (id, "student")), .. s_ids.Select(id => ("t" + id, "teacher"))],
        Enrollments = [.. s_ids.Select(id => ("e" + id, "A", id, (DateOnly?)SmallRoster.FirstDay))],
    };

    [Fact]
    public async Task StaffWhoLeave_AreNoStudents()
    {
        await using var host = await StartAsync();

        var drop = await host.PublishAsync("staff", (s_roster with { Users = [.. s_roster.Users.Take(12)] }).Bulk().ToZip(), s_on);

        Assert.Equal(12, drop.Changes.Single(change => change.Table == "users").Removed);
    }

    [Fact]
    public async Task StudentsWhoLoseTheirMembership_AreRemovedThoughTheyStayUsers()
    {
        await using var host = await StartAsync();

        var drop = await host.RunAsync(await host.DropAsync("less", (s_roster with { Enrollments = [.. s_roster.Enrollments.Take(9)] }).Bulk().ToZip(), s_on));

        Assert.Equal((DropState.Held, "hold.users_removed"), (drop.State, drop.ReasonCode));
        Assert.Equal(
            [
                new HoldReason("hold.users_removed", "The drop would remove 3 of 14 active students, and leave 11; more than 10 % is held.") { Was = 14, WouldBe = 11, Removed = 3, LimitPercent = 10 },
                new HoldReason("hold.enrollments_removed", "The drop would remove 3 of 14 active enrollments, and leave 11; more than 20 % is held.") { Was = 14, WouldBe = 11, Removed = 3, LimitPercent = 20 },
            ],
            drop.Holds);
        Assert.EndsWith("more than 20 % is held. Look at the report; then release or discard the drop.", drop.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnrollmentsThatHadEnded_AreNotMissed()
    {
        await using var host = await StartAsync();
        var ended = s_roster.Bulk().ReplaceAll(",2025-08-18,\n", ",2025-08-18,2025-09-15\n");
        await host.RunAsync(await host.DropAsync("ended", ended.ToZip(), s_on));
        var later = s_on.AddDays(30);

        var drop = await host.RunAsync(await host.DropAsync("next-term", (s_roster with { On = later, Enrollments = s_roster.Enrollments.Select(row => ("x" + row.Id, row.School, row.User, (DateOnly?)later)).ToList() }).Bulk().ToZip(), later));

        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));
        Assert.Equal(12, drop.Changes.Single(change => change.Table == "enrollments").Removed);
    }

    [Fact]
    public async Task Profile_SaysOtherwise()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", Accepting, host.Token));
        await host.PublishAsync("first", s_roster.Bulk().ToZip(), s_on);
        await host.PublishAsync("second", s_roster.Bulk().ToZip(), s_on);

        var half = s_roster with { Enrollments = [.. s_roster.Enrollments.Take(6)] };
        var drop = await host.PublishAsync("half", half.Bulk([.. half.Rows().Keys.Where(table => table != "attendance")]).ToZip(), s_on);

        Assert.Equal(6, drop.Changes.Single(change => change.Table == "enrollments").Removed);
    }

    [Fact]
    public async Task LmsSource_IsJudgedByItsOwnStudents_AndHoldsNothingElse()
    {
        await using var host = await StartAsync("lms");
        await host.PublishAsync("TX/990001/lms/first.zip", Lms(12), s_on);

        var held = await host.RunAsync(await host.DropAsync("TX/990001/lms/less.zip", Lms(8), s_on));
        var other = await host.PublishAsync("third", (s_roster with { Users = [.. s_roster.Users.Skip(1)], Enrollments = [.. s_roster.Enrollments.Skip(1)] }).Bulk().ToZip(), s_on);

        Assert.Equal((DropState.Held, "hold.lms_students_removed"), (held.State, held.ReasonCode));
        Assert.StartsWith("The drop would remove 4 of 12 LMS students, and leave 8; more than 10 % is held.", held.Reason!, StringComparison.Ordinal);
        Assert.Equal(1, other.Counts.DocumentsRemoved);
    }

    private static byte[] Lms(int students) => SamplePackage.Of((
        "lmsUsers.csv",
        "sourcedId,userSourcedId,sourceSystem,userRole\n" + string.Concat(s_ids.Take(students).Select(id => $"l{id},{id},Canvas,Student\n")))).ToZip();

    private async Task<PipelineHost> StartAsync(params string[] otherSources)
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(otherSources: otherSources);
        await host.PublishAsync("first", s_roster.Bulk().ToZip(), s_on);
        return host;
    }
}
