using MathNet.Numerics.Distributions;

namespace ClosingGap.Domain.Statistics;

/// <summary>Quantiles of a two-sided confidence level.</summary>
public static class Confidence
{
    /// <summary>The level used throughout unless another is given: 95 %.</summary>
    public const double Default = 0.95;

    /// <summary>The normal quantile: 1.96 for 95 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    public static double Normal(double level) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Upper(level));

    /// <summary>The quantile of Student's t.</summary>
    /// <param name="level">The level, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1.</param>
    public static double T(double level, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return StudentT.InvCDF(0, 1, degreesOfFreedom, Upper(level));
    }

    private static double Upper(double level) => level is > 0 and < 1
        ? 1 - ((1 - level) / 2)
        : throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies above 0 and below 1.");
}
