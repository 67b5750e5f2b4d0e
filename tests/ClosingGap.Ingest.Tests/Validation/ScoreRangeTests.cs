using System.Text;
using System.Globalization;
using ClosingGap.Ingest.Validation;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class ScoreRangeTests
{
    [Theory]
    [InlineData("0", "10", "0", true)]
    [InlineData("0", "10", "10", true)]
    [InlineData("0", "10", "9.99", true)]
    [InlineData("0", "10", "10.01", false)]
    [InlineData("0", "10", "11", false)]
    [InlineData("0.5", "9.5", "5", true)]
    [InlineData("0.5", "9.5", "0", false)]
    [InlineData("5", null, "999999999", true)]
    [InlineData("5", null, "4.9", false)]
    [InlineData(null, null, "1.5", true)]
    [InlineData(null, "10", "-1", false)]
    [InlineData(null, "10", "1e1", false)]
    [InlineData(null, "10", "", false)]
    public void SurelyHolds_ByTheWholePart_IsNeverTooSure(string? min, string? max, string score, bool expected) =>
        Assert.Equal(expected, new ScoreRange(CellNumber.Of(min), CellNumber.Of(max)).SurelyHolds(Encoding.UTF8.GetBytes(score)));

    [Fact]
    public void SurelyHolds_AnyScore_OnlyWhatLiesWithin()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var turn = 0; turn < 200_000; turn++)
        {
            var range = new ScoreRange(Bound(random), Bound(random));
            var cell = (random.Next(0, 4_000) / 100m).ToString("0.##", CultureInfo.InvariantCulture);
            var score = CellNumber.Of((string?)cell)!.Value;
            Assert.False(range.SurelyHolds(Encoding.UTF8.GetBytes(cell)) && (score < range.Min || score > range.Max), $"{cell} in {range.Min} to {range.Max}");
        }
    }

    private static decimal? Bound(Random random) => random.Next(5) == 0 ? null : random.Next(-100, 4_000) / (random.Next(2) == 0 ? 100m : 1m);
}
