namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>A cell of an earlier release that a new one cannot change any more.</summary>
/// <param name="Counts">The true counts of then.</param>
/// <param name="Published">What was published of it.</param>
internal readonly record struct ToldCell(CountCell Counts, PublishedCell Published)
{
    /// <summary>A cell in which nobody was judged, or that was not there in a measure.</summary>
    public static ToldCell None { get; } = new(default, PublishedCell.NotApplicable);

    /// <summary>Whether the release suppressed it.</summary>
    public bool IsHidden => Published.Students.Status == ValueStatus.Suppressed;
}
