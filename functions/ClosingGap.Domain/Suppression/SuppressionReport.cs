namespace ClosingGap.Domain.Suppression;

/// <summary>What suppression did. It holds numbers of cells, never of students.</summary>
/// <param name="Cells">Cells in all; each is one organisation and group, in however many measures.</param>
/// <param name="Primary">Cells suppressed for what they hold themselves.</param>
/// <param name="Complementary">Cells suppressed so that no line gives another one away, or because they were before and have hardly moved since.</param>
/// <param name="Verification">Cells suppressed because the attack could not be shown to fail without them.</param>
/// <param name="Withheld">Cells suppressed because they belong to a component that could not be shown to be protected otherwise.</param>
/// <param name="Rounds">Rounds of attack and suppression until nothing more was to do; 1 when the first attack failed everywhere.</param>
/// <param name="Measures">In the order in which they were given.</param>
/// <param name="WithheldComponents">What an operator should know of; empty in the usual case.</param>
public sealed record SuppressionReport(
    int Cells,
    int Primary,
    int Complementary,
    int Verification,
    int Withheld,
    int Rounds,
    IReadOnlyList<MeasureReport> Measures,
    IReadOnlyList<WithheldComponent> WithheldComponents)
{
    /// <summary>
    /// Cells that an earlier release suppressed, of organisations or groups that went since, whose protection against both releases could not be shown. A person
    /// should look before the new one is published.
    /// </summary>
    public int UnprovenEarlier { get; init; }

    /// <summary>Cells that are suppressed, for any reason.</summary>
    public int Suppressed => Primary + Complementary + Verification + Withheld;

    /// <summary>
    /// Share of the cells kept, 0 to 1, among those that suppressing nothing but primary cells would keep: 1 less the loss of information.
    /// 1 when there are none.
    /// </summary>
    public double ShareKept => Cells == Primary ? 1 : (double)(Cells - Suppressed) / (Cells - Primary);
}
