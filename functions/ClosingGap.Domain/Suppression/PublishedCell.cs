namespace ClosingGap.Domain.Suppression;

/// <summary>One cell as published.</summary>
/// <param name="Students">How many students are judged: exact, suppressed, or not applicable when nobody is.</param>
/// <param name="Percent">The share of outcomes, 0 to 100, as a whole percent (half away from zero) or a range of whole percents.</param>
public sealed record PublishedCell(PublishedValue Students, PublishedValue Percent)
{
    /// <summary>Nothing is told.</summary>
    public static PublishedCell Suppressed { get; } = new(PublishedValue.Suppressed, PublishedValue.Suppressed);

    /// <summary>Nobody is judged here.</summary>
    public static PublishedCell NotApplicable { get; } = new(PublishedValue.NotApplicable, PublishedValue.NotApplicable);
}
