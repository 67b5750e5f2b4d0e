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
    [InlineData("users", 10, 90, false)]
    [InlineData("users", 11, 89, true)]
    [InlineData("enrollments", 20, 80, false)]
    [InlineData("enrollments", 21, 79, true)]
    [InlineData("classes", 20, 80, false)]
    [InlineData("classes", 21, 79, true)]
    [InlineData("attendance", 100, 0, false)]
    public void Removal_IsHeldAboveItsShareOnly(string table, long removed, long kept, bool isHeld)
    {
        var reason = Judge(changes: [new DropTableChange(table, kept, 0, removed, 0, kept)]);

        Assert.Equal(isHeld ? $"hold.{table}_removed" : null, reason?.Code);
    }

    [Fact]
    public void Removal_CountsChangedRowsAsThereBeforeAndAddedOnesNot()
    {
        Assert.Null(Judge(changes: [new DropTableChange("users", 1_000, 910, 10, 60, 30)]));
        Assert.NotNull(Judge(changes: [new DropTableChange("users", 1_000, 911, 11, 59, 30)]));
    }

    [Fact]
    public void Removal_OfAnEmptyTable_IsNotHeld() =>
        Assert.Null(Judge(changes: [new DropTableChange("users", 5, 5, 0, 0, 0)]));

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(100, 100, false)]
    public void Removal_FollowsTheShareOfTheProfile(int percent, long removed, bool isHeld)
    {
        var settings = new HoldSettings { StudentsRemovedPercent = percent };

        Assert.Equal(isHeld, Judge(changes: [new DropTableChange("users", 0, 0, removed, 0, 100 - removed)], settings: settings) is not null);
    }

    [Fact]
    public void Removal_SaysHowMuchAndWhatToDo()
    {
        var reason = Judge(changes: [new DropTableChange("users", 50, 0, 50, 0, 50)])!;

        Assert.Contains("50 of 100", reason.Text, StringComparison.Ordinal);
        Assert.Contains("release or discard", reason.Text, StringComparison.Ordinal);
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
    }

    [Theory]
    [InlineData("users,orgs", "users,orgs", null)]
    [InlineData("users,orgs", "users", "hold.file_lost")]
    [InlineData("users,orgs", "users,orgs,classes", null)]
    [InlineData("users,orgs", "", null)]
    [InlineData(null, "users", null)]
    public void LostFile_IsOneThatEveryDropHeld(string? always, string now, string? expected)
    {
        var memory = new LaneSource { AlwaysTables = always?.Split(',') };
        var drop = Drop() with { Tables = now.Split(',', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(expected, Judge(drop, memory: memory)?.Code);
    }

    [Fact]
    public void LostFile_OfADelta_IsNoLoss()
    {
        var drop = Drop() with { AllBulk = false, Tables = ["users"] };

        Assert.Null(Judge(drop, memory: new LaneSource { AlwaysTables = ["users", "orgs"] }));
    }

    [Fact]
    public void BaseMissing_HoldsADeltaOfAnotherDropOnly()
    {
        var memory = new LaneSource { BaseMissing = true, MissingDrop = "other" };

        Assert.Equal("hold.base_missing", Judge(Drop() with { AllBulk = false }, memory: memory)?.Code);
        Assert.Null(Judge(Drop(), memory: memory));
        Assert.Null(Judge(Drop() with { AllBulk = false }, memory: memory with { MissingDrop = "drop" }));
        Assert.Equal("hold.base_missing", Judge(Drop() with { AllBulk = false }, memory: memory, held: null)?.Code);
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
        var memory = new LaneSource { AlwaysTables = ["orgs"] };

        Assert.Null(Judge(memory: memory, held: null, changes: [new DropTableChange("users", 0, 0, 100, 0, 0)]));
    }

    private static HoldReason? Judge(
        Drop? drop = null,
        StagedIndex? staged = null,
        IReadOnlyList<DropTableChange>? changes = null,
        LaneSource? memory = null,
        HoldSettings? settings = null) =>
        Judge(drop, staged, changes, memory, settings, s_before);

    private static HoldReason? Judge(Drop? drop, LaneSource memory, SnapshotSource? held) => Judge(drop, null, null, memory, null, held);

    private static HoldReason? Judge(LaneSource memory, SnapshotSource? held, IReadOnlyList<DropTableChange> changes) =>
        Judge(null, null, changes, memory, null, held);

    private static HoldReason? Judge(StagedIndex staged, SnapshotSource? held) => Judge(null, staged, null, null, null, held);

    private static HoldReason? Judge(
        Drop? drop, StagedIndex? staged, IReadOnlyList<DropTableChange>? changes, LaneSource? memory, HoldSettings? settings, SnapshotSource? held) =>
        HoldRules.Judge(drop ?? Drop(), staged ?? Staged(2026), changes ?? [], held, memory ?? new LaneSource(), settings ?? new HoldSettings());

    private static StagedIndex Staged(int? year) => new("sis", 1, [], year, 0, null, new DateOnly(2026, 11, 1));

    private static Drop Drop() => new()
    {
        Id = "drop", Path = "", ETag = "", LastModified = s_night, ReceivedAt = s_night, AllBulk = true, Source = "sis", Tables = ["users"],
    };
}
