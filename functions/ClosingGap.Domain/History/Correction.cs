namespace ClosingGap.Domain.History;

/// <summary>Something that had been told of a past month and is otherwise by data that came later.</summary>
/// <param name="NoticedOn">The as-of date of the data that changed it.</param>
/// <param name="From">The first month's end that is otherwise.</param>
/// <param name="Indicators">The facts that changed, in ordinal order.</param>
/// <param name="Milestones">The milestones whose status of a past month changed, in ordinal order.</param>
public sealed record Correction(DateOnly NoticedOn, DateOnly From, IReadOnlyList<string> Indicators, IReadOnlyList<string> Milestones);
