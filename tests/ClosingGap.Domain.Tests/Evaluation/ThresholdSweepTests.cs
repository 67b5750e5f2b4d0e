using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class ThresholdSweepTests
{
    [Fact]
    public void Of_EightTenAndTwelvePercent_HasWhatEachWouldHaveCaught()
    {
        SweepStudent[] students =
        [
            new(new Fraction(7, 100), OutcomeClass.NotAdverse),
            new(new Fraction(8, 100), OutcomeClass.NotAdverse),
            new(new Fraction(9, 100), OutcomeClass.Adverse),
            new(new Fraction(10, 100), OutcomeClass.Adverse),
            new(new Fraction(11, 100), OutcomeClass.NotAdverse),
            new(new Fraction(13, 100), OutcomeClass.Adverse),
            new(new Fraction(20, 100), OutcomeClass.NotCounted),
            new(null, OutcomeClass.Adverse),
        ];
        var results = ThresholdSweep.Of(students, [new(8, 100), new(10, 100), new(12, 100)]);
        Assert.Equal(
            [new(3, 2, 0, 1, 0, 1, 1), new(2, 1, 1, 2, 0, 1, 1), new(1, 0, 2, 3, 0, 1, 1)],
            results.Select(result => result.Counts));
        Assert.Equal(1, results[2].Quality.Precision!.Value.Share);
    }

    /// <summary>A share of an averaged floating-point number hid students at exactly the boundary.</summary>
    [Theory]
    [InlineData(18, 180, true)]
    [InlineData(7, 70, true)]
    [InlineData(35, 350, true)]
    [InlineData(17, 171, false)]
    [InlineData(long.MaxValue / 10, long.MaxValue / 10 * 10, true)]
    [InlineData(long.MaxValue / 10 - 1, long.MaxValue / 10 * 10, false)]
    public void Of_AValueAtTheBoundary_IsFlaggedExactlyFromTenPercentOn(long numerator, long denominator, bool flagged)
    {
        var result = Assert.Single(ThresholdSweep.Of([new(new Fraction(numerator, denominator), OutcomeClass.Adverse)], [new(1, 10)]));
        Assert.Equal(flagged ? 1 : 0, result.Counts.Flagged);
    }

    [Fact]
    public void Of_ThresholdsInAnyOrderAndTwice_AnswersInTheOrderGiven()
    {
        Fraction[] thresholds = [new(1, 10), new(0, 1), new(2, 20), new(1, 1)];
        var results = ThresholdSweep.Of([new(new Fraction(1, 10), OutcomeClass.Adverse), new(new Fraction(0, 5), OutcomeClass.NotAdverse)], thresholds);
        Assert.Equal(thresholds, results.Select(result => result.Threshold));
        Assert.Equal([1L, 2L, 1L, 0L], results.Select(result => result.Counts.Flagged));
    }

    [Fact]
    public void Of_NoStudents_CountsNobodyAtEachThreshold() =>
        Assert.Equal(default, Assert.Single(ThresholdSweep.Of([], [new(1, 10)])).Counts);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -5)]
    public void Fraction_OfLessThanNothing_IsRefused(long numerator, long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(numerator, denominator));
}
