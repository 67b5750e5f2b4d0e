namespace ClosingGap.Domain.Statistics;

/// <summary>A group's share of an outcome beside its share of the enrollment.</summary>
public static class CompositionIndex
{
    /// <summary>Share of the outcome divided by share of the enrollment: 1 is parity, 2 is twice the share. Null when a total or the group is empty.</summary>
    /// <param name="outcome">The group's students with the outcome, of all with it.</param>
    /// <param name="enrollment">The group's students, of all students.</param>
    public static double? Of(Rate outcome, Rate enrollment) =>
        outcome.Of == 0 || enrollment.Of == 0 || enrollment.Count == 0 ? null : outcome.Share / enrollment.Share;
}
