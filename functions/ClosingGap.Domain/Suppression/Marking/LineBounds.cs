namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// What a reader of one measure knows of the outcomes in one line whose total is shown. The suppressed parts stand together as one: their students are the rest.
/// </summary>
/// <param name="Total">Bounds of the total's outcomes.</param>
/// <param name="Least">The least outcomes of the shown parts together.</param>
/// <param name="Most">Their most outcomes.</param>
/// <param name="Hidden">The number of suppressed parts.</param>
/// <param name="HiddenStudents">Their students.</param>
internal readonly record struct LineBounds((long Least, long Most) Total, long Least, long Most, int Hidden, long HiddenStudents)
{
    /// <summary>The most outcomes that suppressed parts can have together.</summary>
    public long HiddenOutcomes => Math.Min(HiddenStudents, Total.Most - Least);

    /// <summary>The most non-outcomes that suppressed parts can have together.</summary>
    public long HiddenNonOutcomes => Math.Min(HiddenStudents, HiddenStudents - (Total.Least - Most));

    /// <summary>How far the outcomes of a shown part remain uncertain.</summary>
    public long WidthOfPart((long Least, long Most) part) =>
        Math.Min(part.Most, Total.Most - (Least - part.Least)) - Math.Max(part.Least, Total.Least - (Most + HiddenStudents - part.Most));

    /// <summary>How far the outcomes of the total remain uncertain.</summary>
    public long WidthOfTotal() => Math.Min(Total.Most, Most + HiddenStudents) - Math.Max(Total.Least, Least);

    /// <summary>The same line with other bounds of a part.</summary>
    public LineBounds WithPart((long Least, long Most) before, (long Least, long Most) after) =>
        this with { Least = Least - before.Least + after.Least, Most = Most - before.Most + after.Most };
}
