using System.Collections.Frozen;

namespace ClosingGap.Domain.Settings;

/// <summary>
/// What letters are worth. Numbers for letters are those of the Ed-Fi Alliance's early-warning dashboards; points are the usual 4.0 scale.
/// A letter that has no points (P, NC, W, I, CR, AU) does not enter an average.
/// </summary>
public sealed record GradeScale
{
    /// <summary>A letter's number in hundredths, without regard to case. Default: A 95, B 85, C 75, D 65, F 55. Range of each 0 … 1000.</summary>
    public IReadOnlyDictionary<string, int> LetterNumbers { get; init; } =
        new Dictionary<string, int> { ["A"] = 9500, ["B"] = 8500, ["C"] = 7500, ["D"] = 6500, ["F"] = 5500 }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A letter's grade points in hundredths, without regard to case. Default: A 4, A- 3.7, B+ 3.3 … D 1, D- 0.7, F 0. Range of each 0 … 10.</summary>
    public IReadOnlyDictionary<string, int> LetterPoints { get; init; } = new Dictionary<string, int>
    {
        ["A+"] = 400, ["A"] = 400, ["A-"] = 370, ["B+"] = 330, ["B"] = 300, ["B-"] = 270, ["C+"] = 230, ["C"] = 200, ["C-"] = 170,
        ["D+"] = 130, ["D"] = 100, ["D-"] = 70, ["F"] = 0,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Points added for courses of a credit category, in hundredths, without regard to case. Default: Honors 0.5; Advanced Placement, International Baccalaureate, Dual Credit 1. Range of each 0 … 5.</summary>
    public IReadOnlyDictionary<string, int> AddedPoints { get; init; } = new Dictionary<string, int>
    {
        ["Honors"] = 50, ["Advanced Placement"] = 100, ["International Baccalaureate"] = 100, ["Dual Credit"] = 100,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A mark as a number in hundredths: the number itself, else the letter's; null when there is neither.</summary>
    public int? NumberOf(string? letter, int? numericHundredths) =>
        numericHundredths ?? (letter is not null && LetterNumbers.TryGetValue(letter.Trim(), out var number) ? number : null);

    /// <summary>A mark's grade points in hundredths: the letter's, else those of 90, 80, 70 and 60 and more of a hundred; null for a letter without points.</summary>
    public int? PointsOf(string? letter, int? numericHundredths)
    {
        if (!string.IsNullOrWhiteSpace(letter))
        {
            return LetterPoints.TryGetValue(letter.Trim(), out var points) ? points : null;
        }

        return numericHundredths switch
        {
            null => null,
            >= 9000 => 400,
            >= 8000 => 300,
            >= 7000 => 200,
            >= 6000 => 100,
            _ => 0,
        };
    }
}
