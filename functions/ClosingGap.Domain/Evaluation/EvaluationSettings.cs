namespace ClosingGap.Domain.Evaluation;

/// <summary>How much there must be before a subgroup is spoken of.</summary>
public sealed record EvaluationSettings
{
    private const int Least = 5;
    private const int Most = 100;

    /// <summary>Students with the adverse outcome, and students flagged, that a subgroup must have. Unit students, default 10, range 5 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int MinimumStudents
    {
        get;
        init => field = value is >= Least and <= Most
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The minimum number of students lies within 5 and 100.");
    } = 10;

    /// <summary>The usual ones.</summary>
    public static EvaluationSettings Default { get; } = new();
}
