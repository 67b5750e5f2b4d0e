using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>The attacker reads a percent as the product says that readers do.</summary>
public sealed class ShownPercentTests
{
    [Fact]
    public void Of_EveryPercentOfEverySize_IsTheProductsOwnRange()
    {
        for (var students = 1; students <= 400; students++)
        {
            for (var low = 0; low <= 100; low += 1)
            {
                foreach (var high in new[] { low, low + 4, low + 20, 100 }.Where(h => h <= 100))
                {
                    var percent = low == high ? new PublishedValue(low, null, null, ValueStatus.Exact) : new PublishedValue(null, low, high, ValueStatus.Range);
                    var read = ShownPercent.Of(percent, knowsRounding: false)!.Value;

                    Assert.Equal(OutcomeRange.Of(students, percent), (read.Least(students), read.Most(students)));
                }
            }
        }
    }

    [Fact]
    public void Of_RoundedShare_HoldsTheTruthWithAndWithoutRounding()
    {
        for (var students = 1; students <= 250; students++)
        {
            for (var outcomes = 0; outcomes <= students; outcomes++)
            {
                var percent = new PublishedValue(Math.Round(100m * outcomes / students, MidpointRounding.AwayFromZero), null, null, ValueStatus.Exact);
                foreach (var knows in new[] { false, true })
                {
                    var read = ShownPercent.Of(percent, knows)!.Value;
                    Assert.InRange(outcomes, read.Least(students), read.Most(students));
                }
            }
        }
    }

    [Fact]
    public void Of_HiddenOrAbsent_SaysNothing() =>
        Assert.All([ValueStatus.Suppressed, ValueStatus.NotApplicable, ValueStatus.NotReported], s => Assert.Null(ShownPercent.Of(new PublishedValue(null, null, null, s), false)));
}
