using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class FlagTests
{
    private static readonly DateOnly AsOf = new(2023, 6, 1);

    [Theory]
    [InlineData(VerdictStatus.NotApplicable, false, false, false)]
    [InlineData(VerdictStatus.NotEnoughData, false, false, false)]
    [InlineData(VerdictStatus.Met, true, false, false)]
    [InlineData(VerdictStatus.OnTrack, true, false, false)]
    [InlineData(VerdictStatus.AtRisk, true, true, false)]
    [InlineData(VerdictStatus.OffTrack, true, true, true)]
    public void IsFlagged_OfEachStatus_DependsOnTheRule(VerdictStatus status, bool hasVerdict, bool fromAtRisk, bool fromOffTrack)
    {
        var verdict = new Verdict("chronic-absence", 2, status, [], AsOf, AsOf);
        var (atRisk, offTrack) = (Flag.Of(verdict, VerdictStatus.AtRisk), Flag.Of(verdict, VerdictStatus.OffTrack));
        Assert.Equal((hasVerdict, fromAtRisk, fromOffTrack), (atRisk.HasVerdict, atRisk.IsFlagged, offTrack.IsFlagged));
        Assert.Equal(new Flag(new FlagRule("chronic-absence", 2, VerdictStatus.AtRisk), AsOf, status), atRisk);
    }

    [Theory]
    [InlineData("", 1, VerdictStatus.AtRisk)]
    [InlineData("x", 0, VerdictStatus.AtRisk)]
    [InlineData("x", 1, VerdictStatus.OnTrack)]
    [InlineData("x", 1, VerdictStatus.NotEnoughData)]
    public void FlagRule_WithoutMilestoneVersionOrWarningStatus_IsRefused(string id, int version, VerdictStatus from) =>
        Assert.ThrowsAny<ArgumentException>(() => new FlagRule(id, version, from));

    [Theory]
    [InlineData(typeof(Flag))]
    [InlineData(typeof(FlagRule))]
    [InlineData(typeof(Outcome))]
    [InlineData(typeof(SweepStudent))]
    public void Type_OfWhatIsJudged_HasNoPlaceForAGroup(Type type) =>
        Assert.DoesNotContain(type.GetProperties(), property => property.Name.Contains("Group", StringComparison.Ordinal));
}
