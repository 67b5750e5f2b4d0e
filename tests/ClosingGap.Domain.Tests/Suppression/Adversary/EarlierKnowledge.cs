using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// What the attacker has of an earlier release, for one measure: its cells (null: it had none), the cells that are known not to have
/// changed, and, when known, that a number of students did one thing and nobody did another.
/// </summary>
internal sealed record EarlierKnowledge(IReadOnlyList<PublishedCell?> Cells)
{
    /// <summary>What he has of the release before that one; null: there was none.</summary>
    public EarlierKnowledge? Before { get; init; }

    public IReadOnlySet<int> Unchanged { get; init; } = new HashSet<int>();

    public (RosterChange Change, int Students)? Roster { get; init; }

    /// <summary>By how many students each cell grew, where the attacker knows who came or left and in which groups; null: not known.</summary>
    public IReadOnlyList<long>? Moved { get; init; }
}
