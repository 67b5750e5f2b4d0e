namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What the attacker may spend and assume.</summary>
internal sealed record AttackOptions
{
    /// <summary>Branches of one question before it counts as undecided. Default 20,000; at least 1.</summary>
    public long Nodes { get; init; } = 20_000;

    /// <summary>Students that no cell can exceed, by common knowledge. Default 100,000; at least what the tables hold.</summary>
    public long MostStudents { get; init; } = 100_000;

    /// <summary>Whether the attacker knows that halves are rounded up, so that a shown 6 is less than 6.5. Off: the promise of the contract.</summary>
    public bool KnowsRounding { get; init; }

    /// <summary>
    /// Whether the attacker knows that a cell without students is always told to be empty, so that a hidden one has a student. Not where another
    /// measure makes an empty cell go along.
    /// </summary>
    public bool KnowsEmpty { get; init; }

    /// <summary>Whether the attacker knows which measures judge the same students, and reads them together. Off: measures are read one by one.</summary>
    public bool KnowsSameStudents { get; init; }

    /// <summary>Whether the attacker knows more than the promises speak of: widths of students are then counted, not held.</summary>
    public bool IsBeyondPromises => KnowsSameStudents;
}
