using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class OutcomeRangeTests
{
    [Theory]
    [InlineData(10, 0, 20, 0, 2)]
    [InlineData(10, 21, 39, 3, 3)]
    [InlineData(100, 6, 9, 6, 9)]
    [InlineData(200, 3, 3, 5, 7)]
    [InlineData(1_000, 47, 47, 465, 475)]
    [InlineData(1_000, 99, 100, 985, 1_000)]
    [InlineData(0, 0, 20, 0, 0)]
    public void Of_APercentOrRange_IsAllThatRoundsToIt(long students, int low, int high, long least, long most) =>
        Assert.Equal((least, most), OutcomeRange.Of(students, low == high ? PublishedValue.Exact(low) : PublishedValue.Range(low, high)));

    [Fact]
    public void Of_WhatIsNotShown_IsAnything()
    {
        Assert.Equal((0, 17), OutcomeRange.Of(17, PublishedValue.Suppressed));
        Assert.Equal((0, 17), OutcomeRange.Of(17, PublishedValue.NotReported));
    }

    [Fact]
    public void Of_EachPublishedCell_HoldsTheTruth()
    {
        foreach (var bands in SuppressionRules.All.SelectMany(rules => rules.Bands))
        {
            for (var students = 1L; students <= 420; students++)
            {
                for (var outcomes = 0L; outcomes <= students; outcomes++)
                {
                    var percent = bands.Of(new CountCell(students, outcomes));
                    var (least, most) = OutcomeRange.Of(students, percent);
                    var within = OutcomeRange.Within(students, percent);

                    Assert.True(least <= outcomes && outcomes <= most);
                    Assert.True(within.Least <= outcomes && outcomes <= within.Most);
                }
            }
        }
    }

    [Fact]
    public void Of_FewerThanNobody_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeRange.Of(-1, PublishedValue.Suppressed));
}
