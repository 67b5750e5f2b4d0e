using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rebuilding;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>The days of an enrollment that vanished still count, and the days after it do not.</summary>
public sealed class LeaverTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_first = new(2025, 9, 1);
    private static readonly DateOnly s_left = new(2025, 10, 10);
    private static readonly DateOnly s_back = new(2025, 10, 20);
    private static readonly DateOnly s_last = new(2025, 11, 3);

    /// <summary>One absence before, one in the gap, one after the return.</summary>
    private static readonly (string, string, DateOnly)[] s_absences =
        [("u1", "A", new DateOnly(2025, 9, 3)), ("u1", "A", new DateOnly(2025, 10, 14)), ("u1", "A", new DateOnly(2025, 10, 28))];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task LeaverWhoReturns_CountsTheDaysBeforeAndAfter(bool isDelta, bool withoutBegin)
    {
        await using var host = await StartAsync();
        var here = new SmallRoster(s_first) { Enrollments = [("e1", "A", "u1", withoutBegin ? null : SmallRoster.FirstDay)], Absences = s_absences };
        var gone = here with { On = s_left, Enrollments = [] };
        var (back, last) = (here with { On = s_back }, here with { On = s_last });
        var row = here.Rows()["enrollments"][0];
        await host.PublishAsync("first", here.Bulk().ToZip(), here.On);

        await host.PublishAsync("left", (isDelta ? gone.Delta("enrollments", [(row, "tobedeleted")], "attendance") : gone.Bulk()).ToZip(), gone.On);
        var left = await BodyAsync(host);
        await host.PublishAsync("back", (isDelta ? back.Delta("enrollments", [(row, "active")]) : back.Bulk()).ToZip(), back.On);
        await host.PublishAsync("last", last.Bulk().ToZip(), last.On);

        var before = SmallRoster.Weekdays(SmallRoster.FirstDay, s_left);
        Assert.Equal((false, (1 * 2, before * 2)), (left.Active, Attendance(left)));
        var body = await BodyAsync(host);
        Assert.Equal((true, (2 * 2, (before + SmallRoster.Weekdays(s_back, s_last.AddDays(1))) * 2)), (body.Active, Attendance(body)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StudentWhoChangesSchool_IsAMemberOfEachForItsDays(bool withSchoolEnrollments)
    {
        await using var host = await StartAsync();
        var first = new SmallRoster(s_first)
        {
            Enrollments = [("e1", "A", "u1", null)],
            SchoolEnrollments = withSchoolEnrollments ? [("s1", "A", "u1", SmallRoster.FirstDay)] : null,
            Absences = s_absences,
        };
        var other = first with
        {
            On = s_left,
            Enrollments = [("e2", "B", "u1", null)],
            SchoolEnrollments = withSchoolEnrollments ? [("s2", "B", "u1", s_left)] : null,
        };
        await host.PublishAsync("first", first.Bulk().ToZip(), first.On);
        await host.PublishAsync("other", other.Bulk().ToZip(), other.On);
        await host.PublishAsync("last", (other with { On = s_last }).Bulk().ToZip(), s_last);

        var body = await BodyAsync(host);
        var (atA, atB) = (SmallRoster.Weekdays(SmallRoster.FirstDay, s_left), SmallRoster.Weekdays(s_left, s_last.AddDays(1)));
        Assert.Equal((1 * 2, atA * 2), Attendance(body, "A"));
        Assert.Equal((0, atB * 2), Attendance(body, "B"));
        Assert.Equal((1 * 2, (atA + atB) * 2), Attendance(body));
    }

    [Fact]
    public async Task StudentWhoIsNoLongerAUser_IsGone_AndReturnsWithTheDaysOfBefore()
    {
        await using var host = await StartAsync();
        var here = new SmallRoster(s_first) { Enrollments = [("e1", "A", "u1", SmallRoster.FirstDay)], Absences = s_absences };
        await host.PublishAsync("first", here.Bulk().ToZip(), here.On);
        await host.PublishAsync("gone", (here with { On = s_left, Users = [], Enrollments = [], Absences = [] }).Bulk().ToZip(), s_left);
        Assert.Null(await host.Get<StudentReader>().LookUpAsync(host.District, "u1", host.Token));
        var back = here with { On = s_back, Enrollments = [("e9", "A", "u1", s_back)] };
        await host.PublishAsync("back", back.Bulk().ToZip(), s_back);
        await host.PublishAsync("last", (back with { On = s_last }).Bulk().ToZip(), s_last);

        var days = SmallRoster.Weekdays(SmallRoster.FirstDay, s_left) + SmallRoster.Weekdays(s_back, s_last.AddDays(1));
        Assert.Equal((2 * 2, days * 2), Attendance(await BodyAsync(host)));
    }

    [Fact]
    public async Task ScheduleChange_AtTheSameSchool_KeepsTheWholeYear()
    {
        await using var host = await StartAsync();
        var here = new SmallRoster(s_first) { Enrollments = [("e1", "A", "u1", SmallRoster.FirstDay), ("e2", "A", "u1", SmallRoster.FirstDay)] };
        await host.PublishAsync("first", here.Bulk().ToZip(), here.On);
        var changed = here with { On = s_left, Enrollments = [here.Enrollments[0], ("e3", "A", "u1", s_left)] };
        await host.PublishAsync("changed", changed.Bulk().ToZip(), s_left);

        Assert.Equal((0, SmallRoster.Weekdays(SmallRoster.FirstDay, s_left.AddDays(1)) * 2), Attendance(await BodyAsync(host)));
    }

    [Fact]
    public async Task Rebuild_KeepsTheHistoryOfEveryNight()
    {
        await using var host = await StartAsync();
        var here = new SmallRoster(s_first) { Enrollments = [("e1", "A", "u1", SmallRoster.FirstDay)] };
        await host.PublishAsync("first", here.Bulk().ToZip(), here.On);
        await host.PublishAsync("same", (here with { Absences = s_absences }).Bulk().ToZip(), here.On);
        await host.PublishAsync("gone", (here with { On = s_left, Enrollments = [] }).Bulk().ToZip(), s_left);
        await host.PublishAsync("quiet", (here with { On = s_left.AddDays(1), Enrollments = [] }).Bulk().ToZip(), s_left.AddDays(1));
        await host.PublishAsync("back", (here with { On = s_back }).Bulk().ToZip(), s_back);
        var before = await SnapshotView.OfAsync(host);
        Assert.Contains(before, line => line.StartsWith("sis/enrollmentHistory/0: 1 rows", StringComparison.Ordinal));

        var rebuild = await host.Get<Rebuild>().StartAsync(host.District, "an operator", host.Started, host.Token);
        await host.RunAsync(rebuild!.Id);

        Assert.Equal(before, await SnapshotView.OfAsync(host));
        // The first stands for nothing that the second does not hold; on the quiet night nothing changed.
        Assert.Equal(3, rebuild.Inputs.Count);
    }

    private static (int Numerator, int Denominator) Attendance(StudentBody body, string? school = null)
    {
        var fact = body.Facts.Single(fact => fact.Indicator == IndicatorIds.AttendanceRate && fact.SchoolSourcedId == school);
        return ((int)fact.Numerator!, (int)fact.Denominator!);
    }

    private static async Task<StudentBody> BodyAsync(PipelineHost host)
    {
        var key = (await host.Get<StudentReader>().LookUpAsync(host.District, "u1", host.Token))!;
        return (await host.Get<StudentReader>().FindAsync(host.District, key, host.Token))!.Value.Deserialize(PipelineJson.Default.StudentBody)!;
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        return host;
    }
}
