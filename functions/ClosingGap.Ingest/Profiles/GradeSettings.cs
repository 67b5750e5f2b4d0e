namespace ClosingGap.Ingest.Profiles;

/// <summary>What a failing grade is.</summary>
public sealed record GradeSettings
{
    /// <summary>Letters that fail. Default: F.</summary>
    public IReadOnlyList<string> FailLetters { get; init; } = ["F"];

    /// <summary>A numeric grade below this fails where no letter is given. In grade points; default 60, range 0 to 1,000, at most two decimals.</summary>
    public decimal PassMark { get; init; } = 60m;
}
