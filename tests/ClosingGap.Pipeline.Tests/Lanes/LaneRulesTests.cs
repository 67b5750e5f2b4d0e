using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;

namespace ClosingGap.Pipeline.Tests.Lanes;

public sealed class LaneRulesTests
{
    private static readonly DateTimeOffset s_night = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Enter_OfAFreeLane_IsGrantedWithANewEpoch()
    {
        var step = LaneRules.Enter(new Lane(), Bulk("a", 1), 1);

        Assert.Equal((LaneOutcome.Granted, 1L), (step.Outcome, step.Epoch));
        Assert.True(step.Lane.IsHeldBy("a", 1, 1));
        Assert.Empty(step.Lane.Queue);
    }

    [Fact]
    public void Enter_Twice_GetsTheSameEpoch()
    {
        var first = LaneRules.Enter(new Lane(), Bulk("a", 1), 1);
        var again = LaneRules.Enter(first.Lane, Bulk("a", 1), 1);

        Assert.Equal((LaneOutcome.Granted, first.Epoch), (again.Outcome, again.Epoch));
        Assert.Same(first.Lane, again.Lane);
    }

    [Fact]
    public void Enter_OfANewerAttempt_TakesOverWithAHigherEpoch()
    {
        var first = LaneRules.Enter(new Lane(), Bulk("a", 1), 1);
        var second = LaneRules.Enter(first.Lane, Bulk("a", 1), 2);

        Assert.Equal((LaneOutcome.Granted, first.Epoch + 1), (second.Outcome, second.Epoch));
        Assert.False(second.Lane.IsHeldBy("a", 1, first.Epoch));
    }

    [Fact]
    public void Enter_OfANewerAttempt_ForgetsTheVersionOfTheOlderOne()
    {
        var first = LaneRules.Enter(new Lane(), Bulk("a", 1), 1).Lane;
        var given = first with { LastVersion = 7, Holder = first.Holder! with { Version = 7 } };

        var second = LaneRules.Enter(given, Bulk("a", 1), 2).Lane;

        Assert.Equal((7L, (long?)null), (second.LastVersion, second.Holder!.Version));
    }

    [Fact]
    public void Enter_OfAnOlderAttempt_IsStaleAndChangesNothing()
    {
        var newer = LaneRules.Enter(new Lane(), Bulk("a", 1), 2);
        var older = LaneRules.Enter(newer.Lane, Bulk("a", 1), 1);

        Assert.Equal(LaneOutcome.Stale, older.Outcome);
        Assert.Same(newer.Lane, older.Lane);
    }

    [Fact]
    public void Enter_WhileAnotherHolds_WaitsInTheOrderOfWriting()
    {
        var lane = Enter(new Lane(), Delta("first", 1));
        lane = Enter(lane, Delta("late", 9));
        lane = Enter(lane, Delta("early", 2));
        lane = Enter(lane, Delta("late-twin", 9));

        Assert.Equal(["early", "late", "late-twin"], lane.Queue.Select(entry => entry.DropId));
        Assert.Equal("first", lane.Holder!.Entry.DropId);
    }

    [Fact]
    public void Leave_WithAQueue_NamesTheNextInOrderAndFreesTheLane()
    {
        var lane = Enter(Enter(Enter(new Lane(), Delta("a", 1)), Delta("c", 3)), Delta("b", 2));

        var step = LaneRules.Leave(lane, "a", 1, DropState.Published);

        Assert.Equal("b", step.Next);
        Assert.Null(step.Lane.Holder);
        Assert.Equal(["b", "c"], step.Lane.Queue.Select(entry => entry.DropId));
    }

    [Fact]
    public void Enter_OfALaterOneWhenTheLaneIsFree_StartsTheEarlierFirst()
    {
        var lane = Enter(Enter(new Lane(), Delta("a", 1)), Delta("b", 2));
        lane = LaneRules.Leave(lane, "a", 1, DropState.Published).Lane;

        var step = LaneRules.Enter(lane, Delta("c", 3), 1);

        Assert.Equal((LaneOutcome.Waiting, "b"), (step.Outcome, step.Next));
        Assert.Equal(["b", "c"], step.Lane.Queue.Select(entry => entry.DropId));
    }

    [Fact]
    public void Leave_OfAnotherAttempt_LeavesTheHolder()
    {
        var lane = LaneRules.Enter(new Lane(), Bulk("a", 1), 2).Lane;

        var step = LaneRules.Leave(lane, "a", 1, DropState.Failed);

        Assert.Equal(LaneOutcome.Stale, step.Outcome);
        Assert.Equal(lane.Holder, step.Lane.Holder);
    }

    [Fact]
    public void Leave_DoneTwiceAfterARelease_KeepsTheReleasedDropInTheQueue()
    {
        var held = LaneRules.Leave(Enter(new Lane(), Bulk("held", 1)), "held", 1, DropState.Held).Lane;
        var busy = Enter(held, Bulk("other", 2, source: "lms"));
        var released = LaneRules.Enter(busy, Bulk("held", 1), 2).Lane;

        var again = LaneRules.Leave(released, "held", 1, DropState.Queued);

        Assert.Contains(again.Lane.Queue, entry => entry.DropId == "held");
    }

    [Fact]
    public void Hold_BlocksDeltasOfItsSource()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("held", 1)), "held", 1, DropState.Held).Lane;

        var step = LaneRules.Enter(lane, Delta("delta", 2), 1);

        Assert.Equal((LaneOutcome.Waiting, null), (step.Outcome, step.Next));
    }

    [Fact]
    public void Hold_LetsAnotherSourcePass()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("held", 1)), "held", 1, DropState.Held).Lane;
        lane = LaneRules.Enter(lane, Delta("delta", 2), 1).Lane;

        var step = LaneRules.Enter(lane, Delta("other", 3, source: "lms"), 1);

        Assert.Equal(LaneOutcome.Granted, step.Outcome);
        Assert.Equal(["delta"], step.Lane.Queue.Select(entry => entry.DropId));
        Assert.Equal("held", step.Lane.Source("sis").Held!.DropId);
    }

    [Theory]
    [InlineData(true, true, "users,orgs", "users,orgs,classes", true)]
    [InlineData(true, true, "users,orgs", "users,orgs", true)]
    [InlineData(true, true, "users,orgs", "users", false)]
    [InlineData(false, true, "users", "users", false)]
    [InlineData(true, false, "users", "users", false)]
    public void Supersede_IsOnlyOfBulkByBulkOverAtLeastTheSameTables(bool olderBulk, bool newerBulk, string older, string newer, bool expected)
    {
        var lane = Enter(new Lane(), Bulk("running", 1));
        lane = Enter(lane, Entry("older", 2, olderBulk, older));
        lane = Enter(lane, Entry("newer", 3, newerBulk, newer));

        var step = LaneRules.Leave(lane, "running", 1, DropState.Rejected);

        Assert.Equal(expected ? ["older"] : [], step.Superseded);
        Assert.Equal(expected ? "newer" : "older", step.Next);
    }

    [Fact]
    public void Supersede_OfAnotherSource_DoesNotHappen()
    {
        var lane = Enter(Enter(new Lane(), Bulk("running", 1)), Bulk("older", 2));
        lane = Enter(lane, Bulk("newer", 3, source: "lms"));

        Assert.Empty(LaneRules.Leave(lane, "running", 1, DropState.Published).Superseded);
    }

    [Fact]
    public void Supersede_OfAHeldDrop_ByANewerCompleteOne()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("held", 1)), "held", 1, DropState.Held).Lane;

        var step = LaneRules.Enter(lane, Bulk("newer", 2), 1);

        Assert.Equal(LaneOutcome.Granted, step.Outcome);
        Assert.Equal(["held"], step.Superseded);
        Assert.Null(step.Lane.Source("sis").Held);
    }

    [Fact]
    public void HeldDelta_IsNeverSuperseded()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Delta("held", 1)), "held", 1, DropState.Held).Lane;

        var step = LaneRules.Enter(lane, Bulk("newer", 2), 1);

        Assert.Equal(LaneOutcome.Waiting, step.Outcome);
        Assert.Empty(step.Superseded);
    }

    [Fact]
    public void Enter_OfAnOlderCompleteDropAfterANewerWasApplied_IsSuperseded()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("newer", 5)), "newer", 1, DropState.Published).Lane;

        var step = LaneRules.Enter(lane, Bulk("older", 1), 1);

        Assert.Equal(LaneOutcome.Superseded, step.Outcome);
        Assert.Equal(["older"], step.Superseded);
        Assert.Null(step.Lane.Holder);
    }

    [Fact]
    public void Enter_OfAnOlderDeltaAfterANewerWasApplied_IsGranted()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("newer", 5)), "newer", 1, DropState.Published).Lane;

        Assert.Equal(LaneOutcome.Granted, LaneRules.Enter(lane, Delta("older", 1), 1).Outcome);
    }

    [Fact]
    public void Discard_OfAHeldDrop_LeavesNoBaseAndStartsWhatWaited()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("held", 1)), "held", 1, DropState.Held).Lane;
        lane = LaneRules.Enter(lane, Delta("delta", 2), 1).Lane;

        var step = LaneRules.Discard(lane, "sis", "held");

        Assert.Equal("delta", step.Next);
        Assert.Null(step.Lane.Source("sis").Held);
        Assert.True(step.Lane.Source("sis").BaseMissing);
    }

    [Fact]
    public void Discard_OfAQueuedDrop_TakesItOutOfTheQueue()
    {
        var lane = Enter(Enter(new Lane(), Delta("a", 1)), Delta("b", 2));

        var step = LaneRules.Discard(lane, "sis", "b");

        Assert.Empty(step.Lane.Queue);
        Assert.Equal("a", step.Lane.Holder!.Entry.DropId);
    }

    [Fact]
    public void Publish_GivesTheBaseBackAndRemembersTheTables()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("lost", 1)), "lost", 1, DropState.Failed).Lane;
        Assert.True(lane.Source("sis").BaseMissing);

        lane = LaneRules.Leave(Enter(lane, Entry("one", 2, true, "users,orgs")), "one", 1, DropState.Published).Lane;
        lane = LaneRules.Leave(Enter(lane, Entry("two", 3, true, "users,classes")), "two", 1, DropState.Published).Lane;

        lane = LaneRules.Leave(Enter(lane, Entry("two-changes", 3, false, "classes")), "two-changes", 1, DropState.Published).Lane;

        var memory = lane.Source("sis");
        Assert.False(memory.BaseMissing);
        Assert.Equal(["users"], memory.AlwaysTables!);
        Assert.Equal(2, memory.CompleteDrops);
        Assert.Equal("two-changes", memory.LastApplied!.DropId);
    }

    [Fact]
    public void Failure_OfOneDrop_LeavesNoBaseForOthersButForItself()
    {
        var memory = LaneRules.Leave(Enter(new Lane(), Delta("a", 1)), "a", 1, DropState.Failed).Lane.Source("sis");

        Assert.False(memory.IsBaseMissingFor("a"));
        Assert.True(memory.IsBaseMissingFor("b"));
    }

    [Fact]
    public void Failure_OfTwoDrops_LeavesNoBaseForEither()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Delta("a", 1)), "a", 1, DropState.Failed).Lane;
        var memory = LaneRules.Leave(Enter(lane, Delta("b", 2)), "b", 1, DropState.Rejected).Lane.Source("sis");

        Assert.True(memory.IsBaseMissingFor("a"));
        Assert.True(memory.IsBaseMissingFor("b"));
    }

    [Fact]
    public void Failure_OfTheSameDropTwice_IsStillItsOwn()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Delta("a", 1)), "a", 1, DropState.Failed).Lane;
        lane = LaneRules.Leave(LaneRules.Enter(lane, Delta("a", 1), 2).Lane, "a", 2, DropState.Failed).Lane;

        Assert.False(lane.Source("sis").IsBaseMissingFor("a"));
    }

    [Fact]
    public void Publish_OfAReleasedOlderDrop_KeepsTheNewestAsLastApplied()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("newer", 5)), "newer", 1, DropState.Published).Lane;
        lane = LaneRules.Leave(Enter(lane, Delta("older", 1)), "older", 1, DropState.Published).Lane;

        Assert.Equal("newer", lane.Source("sis").LastApplied!.DropId);
    }

    [Fact]
    public void ReleasedDropThatIsSupersededWhileItWaits_HoldsNobodyBack()
    {
        var lane = LaneRules.Leave(Enter(new Lane(), Bulk("a", 1)), "a", 1, DropState.Held).Lane;
        lane = Enter(lane, Bulk("x", 1, "lms"));
        lane = LaneRules.Enter(lane, Bulk("a", 1), 2).Lane;
        lane = Enter(Enter(lane, Bulk("b", 3)), Delta("d", 4));

        var step = LaneRules.Leave(lane, "x", 1, DropState.Published);

        Assert.Equal(["a"], step.Superseded);
        Assert.Equal("b", step.Next);
        Assert.Null(step.Lane.Source("sis").Held);
        var after = LaneRules.Leave(LaneRules.Enter(step.Lane, Bulk("b", 3), 2).Lane, "b", 2, DropState.Rejected);
        Assert.Equal("d", after.Next);
    }

    private static Lane Enter(Lane lane, LaneEntry entry) => LaneRules.Enter(lane, entry, 1).Lane;

    private static LaneEntry Bulk(string id, int minute, string source = "sis") => Entry(id, minute, true, "users", source);

    private static LaneEntry Delta(string id, int minute, string source = "sis") => Entry(id, minute, false, "users", source);

    private static LaneEntry Entry(string id, int minute, bool bulk, string tables, string source = "sis") =>
        new(id, source, s_night.AddMinutes(minute), bulk, tables.Split(','));
}
