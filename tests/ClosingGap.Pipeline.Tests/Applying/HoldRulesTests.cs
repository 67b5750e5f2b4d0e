using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Tests.Applying;

public sealed class HoldRulesTests
{
    private static readonly DateTimeOffset s_night = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly SnapshotSource s_before = new(2026, null, new Dictionary<string, SnapshotTable>());

    [Theory]
    [InlineData("users", 10, false)]
    [InlineData("users", 11, true)]
    [InlineData("enrollments", 20, false)]
    [InlineData("enrollments", 21, true)]
    [InlineData("classes", 20, false)]
    [InlineData("classes", 21, true)]
    [InlineData("lms_students", 10, false)]
    [InlineData("lms_students", 11, true)]
    [InlineData("lms_sections", 20, false)]
    [InlineData("lms_sections", 21, true)]
    [InlineData("attendance", 100, false)]
    public void Removal_IsHeldAboveItsShareOnly(string what, long removed, bool isHeld)
    {
        var share = new Share(100, 100 - removed, removed);
        var shares = RosterShares.None with
        {
            ActiveStudents = what == "users" ? share : Share.None,
            ActiveEnrollments = what == "enrollments" ? share : Share.None,
            LmsStudents = what == "lms_students" ? share : Share.None,
        };
        var table = what == "lms_sections" ? "lmsSections" : what;

        var reason = Judge(changes: [new DropTableChange(table, 100 - removed, 0, removed, 0, 100 - removed)], shares: shares);

        Assert.Equal(isHeld ? $"hold.{what}_removed" : null, reason?.Code);
    }

    [Fact]
    public void Removal_CountsChangedRowsAsThereBeforeAndAddedOnesNot()
    {
        Assert.Null(Judge(changes: [new DropTableChange("classes", 1_000, 920, 20, 60, 20)]));
        Assert.NotNull(Judge(changes: [new DropTableChange("classes", 1_000, 921, 21, 59, 20)]));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(100, 100, false)]
    public void Removal_FollowsTheShareOfTheProfile(int percent, long removed, bool isHeld)
    {
        var limits = new HoldOptions().With(new HoldSettings { StudentsRemovedPercent = percent });

        Assert.Equal(isHeld, Judge(shares: Active(100, removed), limits: limits) is not null);
    }

    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(10, 9, true)]
    public void Removal_OfFewIsNotJudged(long was, long removed, bool isHeld)
    {
        Assert.Equal(isHeld, Judge(shares: Active(was, removed)) is not null);
        Assert.NotNull(Judge(shares: Active(was, removed), limits: new HoldOptions().With(new HoldSettings { MinimumRows = 0 })));
    }

    [Fact]
    public void Removal_WhenNobodyIsActive_CountsAll()
    {
        var shares = RosterShares.None with { Students = new Share(40, 20, 20) };

        Assert.Equal("The drop would remove 20 of 40 students, and leave 20; more than 10 % is held.", Judge(shares: shares)!.Text);
        Assert.Null(Judge(shares: shares with { ActiveStudents = new Share(40, 40, 0) }));
    }

    [Fact]
    public void Removal_SaysWhatWasWhatWouldBeAndTheLimit()
    {
        var reason = Judge(shares: Active(100, 50))!;

        Assert.Equal((100L, 50L, 50L, 10), (reason.Was, reason.WouldBe, reason.Removed, reason.LimitPercent));
        Assert.Equal("The drop would remove 50 of 100 active students, and leave 50; more than 10 % is held.", reason.Text);
    }

    [Fact]
    public void SeveralReasons_AreAllGiven()
    {
        var memory = new LaneSource { AlwaysTables = ["users", "orgs", "classes"], CompleteDrops = 2 };

        var reasons = JudgeAll(staged: Staged(2027), memory: memory, shares: Active(100, 50));

        Assert.Equal(["hold.school_year_changed", "hold.file_lost", "hold.users_removed"], reasons.Select(reason => reason.Code));
        Assert.Contains("orgs.csv, classes.csv", reasons[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, 2027, true)]
    [InlineData(2026, 2026, false)]
    [InlineData(null, 2027, false)]
    [InlineData(2026, null, false)]
    public void SchoolYear_IsHeldWhenBothAreKnownAndDiffer(int? before, int? now, bool isHeld)
    {
        var reason = Judge(staged: Staged(now), held: s_before with { SchoolYear = before });

        Assert.Equal(isHeld ? "hold.school_year_changed" : null, reason?.Code);
        var accepting = new HoldOptions().With(new HoldSettings { SchoolYearChange = HoldSwitch.Accept });
        Assert.Null(Judge(staged: Staged(now), held: s_before with { SchoolYear = before }, limits: accepting));
    }

    [Theory]
    [InlineData("users,orgs", "users,orgs", null)]
    [InlineData("users,orgs", "users", "hold.file_lost")]
    [InlineData("users,orgs", "users,orgs,classes", null)]
    [InlineData("users,orgs", "", null)]
    [InlineData(null, "users", null)]
    public void LostFile_IsOneThatEveryDropHeld(string? always, string now, string? expected)
    {
        var memory = new LaneSource { AlwaysTables = always?.Split(','), CompleteDrops = 2 };
        var drop = Drop() with { Tables = now.Split(',', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(expected, Judge(drop, memory: memory)?.Code);
        Assert.Null(Judge(drop, memory: memory with { CompleteDrops = 1 }));
        Assert.Null(Judge(drop, memory: memory, limits: new HoldOptions().With(new HoldSettings { MissingFile = HoldSwitch.Accept })));
    }

    [Fact]
    public void LostFile_OfADelta_IsNoLoss()
    {
        var drop = Drop() with { AllBulk = false, Tables = ["users"] };

        Assert.Null(Judge(drop, memory: new LaneSource { AlwaysTables = ["users", "orgs"], CompleteDrops = 2 }));
    }

    [Fact]
    public void BaseMissing_HoldsADeltaOfAnotherDropOnly()
    {
        var memory = new LaneSource { BaseMissing = true, MissingDrop = "other" };

        Assert.Equal("hold.base_missing", Judge(Drop() with { AllBulk = false }, memory: memory)?.Code);
        Assert.Null(Judge(Drop(), memory: memory));
        Assert.Null(Judge(Drop() with { AllBulk = false }, memory: memory with { MissingDrop = "drop" }));
        Assert.Equal("hold.base_missing", JudgeAll(Drop() with { AllBulk = false }, memory: memory, isFirst: true)[0].Code);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Late_IsOlderThanTheNewestApplied(int seconds, bool isHeld)
    {
        var memory = new LaneSource { LastApplied = new LaneEntry("newest", "sis", s_night.AddSeconds(seconds), true, ["users"]) };

        Assert.Equal(isHeld ? "hold.late" : null, Judge(memory: memory)?.Code);
    }

    [Fact]
    public void FirstDropOfASource_IsNotHeldForWhatItLacks()
    {
        var memory = new LaneSource { AlwaysTables = ["orgs"], CompleteDrops = 2 };

        Assert.Empty(JudgeAll(memory: memory, isFirst: true, shares: Active(100, 100)));
    }

    private static RosterShares Active(long was, long removed) => RosterShares.None with { ActiveStudents = new Share(was, was - removed, removed) };

    private static HoldReason? Judge(
        Drop? drop = null,
        StagedIndex? staged = null,
        IReadOnlyList<DropTableChange>? changes = null,
        RosterShares? shares = null,
        SnapshotSource? held = null,
        LaneSource? memory = null,
        HoldOptions? limits = null) =>
        JudgeAll(drop, staged, changes, shares, held, memory, limits).FirstOrDefault();

    private static IReadOnlyList<HoldReason> JudgeAll(
        Drop? drop = null,
        StagedIndex? staged = null,
        IReadOnlyList<DropTableChange>? changes = null,
        RosterShares? shares = null,
        SnapshotSource? held = null,
        LaneSource? memory = null,
        HoldOptions? limits = null,
        bool isFirst = false) =>
        HoldRules.Judge(
            drop ?? Drop(), staged ?? Staged(2026), changes ?? [], shares ?? RosterShares.None, isFirst ? null : held ?? s_before, memory ?? new LaneSource(), limits ?? new HoldOptions());

    private static StagedIndex Staged(int? year) => new("sis", 1, [], year, 0, null, new DateOnly(2026, 11, 1));

    private static Drop Drop() => new()
    {
        Id = "drop", Path = "", ETag = "", LastModified = s_night, ReceivedAt = s_night, AllBulk = true, Source = "sis", Tables = ["users"],
    };
}
