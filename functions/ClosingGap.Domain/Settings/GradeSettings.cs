namespace ClosingGap.Domain.Settings;

/// <summary>When a grade is a failing one.</summary>
public sealed record GradeSettings
{
    /// <summary>Letters that fail, without regard to case. Default: F. May be empty.</summary>
    public IReadOnlySet<string> FailLetters { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "F" };

    /// <summary>The numeric grade, in hundredths, below which a course is failed. Default 6000 (60); range 0 … 100000.</summary>
    public int PassMarkHundredths { get; init; } = 6000;

    /// <summary>What letters are worth in averages.</summary>
    public GradeScale Scale { get; init; } = new();
}
