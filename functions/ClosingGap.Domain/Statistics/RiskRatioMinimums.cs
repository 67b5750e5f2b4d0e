namespace ClosingGap.Domain.Statistics;

/// <summary>What a group must have before a risk ratio is formed. 34 CFR 300.647(b)(1)(iv) presumes up to 10 and 30 to be reasonable.</summary>
public sealed record RiskRatioMinimums
{
    /// <summary>Students concerned (the numerator). Default 10, range 0 to 10,000.</summary>
    public int CellSize { get; init; } = 10;

    /// <summary>Students in all (the denominator). Default 30, range 1 to 10,000.</summary>
    public int GroupSize { get; init; } = 30;

    /// <summary>The federal presumption.</summary>
    public static RiskRatioMinimums Federal { get; } = new();

    /// <summary>No minimum but that there is somebody.</summary>
    public static RiskRatioMinimums None { get; } = new() { CellSize = 0, GroupSize = 1 };

    /// <summary>True when the rate has both.</summary>
    public bool AreMetBy(Rate rate) => rate.Count >= CellSize && rate.Of >= GroupSize;
}
