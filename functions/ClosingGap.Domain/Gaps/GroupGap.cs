namespace ClosingGap.Domain.Gaps;

/// <summary>How a group compares on a measure. Differences are reference less focal.</summary>
/// <param name="Group">The focal group.</param>
/// <param name="Focal">Its figures.</param>
public sealed record GroupGap(string Group, GapSide Focal)
{
    /// <summary>The reference group's figures; null where the group is not compared with one.</summary>
    public GapSide? Reference { get; init; }

    /// <summary>Of a rate: the difference of the shares, −1 to 1, with Newcombe's interval.</summary>
    public GapInterval? Difference { get; init; }

    /// <summary>Of a mean: the difference in the measure's unit.</summary>
    public double? MeanDifference { get; init; }

    /// <summary>Of a mean: the difference in pooled standard deviations, Hedges' g, with its interval.</summary>
    public GapInterval? EffectSize { get; init; }

    /// <summary>Over ordered levels, where the measure has them.</summary>
    public VGap? V { get; init; }

    /// <summary>Of an adverse rate.</summary>
    public GapRiskRatio? RiskRatio { get; init; }

    /// <summary>Of an adverse rate: the group's share of those it befell, divided by its share of all students. Null when it befell nobody.</summary>
    public double? CompositionIndex { get; init; }

    /// <summary>Of a rate, where the two groups differ in their mix of grades.</summary>
    public StandardizedFigure? GradeStandardized { get; init; }

    /// <summary>Which group is behind; null when either has fewer students than the minimum, or there is no interval, or the dimension's groups overlap.</summary>
    public GapStanding? Standing { get; init; }

    /// <summary>False when either group has fewer students than the minimum: numbers, and no words. Null where the group is not compared.</summary>
    public bool? Reliable { get; init; }

    /// <summary>How the gap changed over the settled months of the school year; null where they are not told.</summary>
    public GapTrend? Trend { get; init; }

    /// <summary>How it changed from the same month of earlier school years to the last settled one; null where none is kept.</summary>
    public GapTrend? YearTrend { get; init; }
}
