namespace ClosingGap.Domain.Evaluation;

/// <summary>
/// One student of a check. The groups stand beside the flags: a <see cref="Flag"/> is made from a verdict and has no place for a group.
/// </summary>
/// <param name="StudentKey">The student's key, the same in all years, so that nobody counts twice. It appears in no result and no message.</param>
/// <param name="Flags">What the rules said, on one date or several.</param>
/// <param name="Outcome">What became of the student; null when it is not known.</param>
/// <param name="Groups">Group keys such as <c>race:Asian</c>; see <see cref="Domain.Groups.GroupMembership.Key"/>. A key given twice counts once.</param>
public sealed record EvaluatedStudent(string StudentKey, IReadOnlyList<Flag> Flags, Outcome? Outcome, IReadOnlyList<string> Groups)
{
    /// <summary>
    /// One flag for each rule: the earliest with a verdict, because a later one warns of less; of one date the worst. Without any verdict,
    /// not enough data goes before not applicable: the rule was for the student.
    /// </summary>
    internal IEnumerable<Flag> FlagsOfRules() => Flags
        .GroupBy(static flag => flag.Rule)
        .Select(static flags => flags
            .OrderByDescending(static flag => flag.HasVerdict)
            .ThenBy(static flag => flag.HasVerdict ? flag.AsOf : DateOnly.MinValue)
            .ThenByDescending(static flag => flag.Status)
            .First());
}
