namespace ClosingGap.Domain.Evaluation;

/// <summary>Declares which outcomes are adverse and which are not. A kind that is in neither list is not counted.</summary>
public sealed class OutcomeDefinition
{
    private readonly HashSet<OutcomeKind> adverse;
    private readonly HashSet<OutcomeKind> notAdverse;

    /// <summary>Makes a definition.</summary>
    /// <param name="id">Its stable name, lower-case letters and hyphens.</param>
    /// <param name="adverse">What the rules warn of; at least one kind.</param>
    /// <param name="notAdverse">What is well; at least one kind, none of the others.</param>
    /// <exception cref="ArgumentException">A list is empty, both hold the same kind, or one holds an unknown kind.</exception>
    public OutcomeDefinition(string id, IEnumerable<OutcomeKind> adverse, IEnumerable<OutcomeKind> notAdverse)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        this.adverse = Checked(adverse, nameof(adverse));
        this.notAdverse = Checked(notAdverse, nameof(notAdverse));
        if (this.adverse.Overlaps(this.notAdverse))
        {
            throw new ArgumentException("A kind of outcome is either adverse or not.", nameof(notAdverse));
        }
    }

    /// <summary>Dropping out, against graduating.</summary>
    public static OutcomeDefinition NotGraduating { get; } = new("not-graduating", [OutcomeKind.DroppedOut], [OutcomeKind.Graduated]);

    /// <summary>Failing a course by later marks or dropping out, against failing none or graduating.</summary>
    public static OutcomeDefinition FailingCourses { get; } = new(
        "failing-courses",
        [OutcomeKind.FailingCourses, OutcomeKind.DroppedOut],
        [OutcomeKind.PassingCourses, OutcomeKind.Graduated]);

    /// <summary>Those that every check tells, in the order of their names.</summary>
    public static IReadOnlyList<OutcomeDefinition> All { get; } = [FailingCourses, NotGraduating];

    /// <summary>Its stable name.</summary>
    public string Id { get; }

    /// <summary>How the outcome counts for a flag of that date. None, or one on or before that date, is not counted: the rule did not foresee it.</summary>
    public OutcomeClass ClassOf(Outcome? outcome, DateOnly flagAsOf)
    {
        if (outcome is null || outcome.On <= flagAsOf)
        {
            return OutcomeClass.NotCounted;
        }

        return adverse.Contains(outcome.Kind) ? OutcomeClass.Adverse
            : notAdverse.Contains(outcome.Kind) ? OutcomeClass.NotAdverse
            : OutcomeClass.NotCounted;
    }

    /// <summary>Of all that became of a student after that date, what counts: an adverse outcome before any other; null when nothing does.</summary>
    public Outcome? Choose(IReadOnlyList<Outcome> outcomes, DateOnly flagAsOf) => outcomes
        .Where(outcome => ClassOf(outcome, flagAsOf) != OutcomeClass.NotCounted)
        .MaxBy(outcome => ClassOf(outcome, flagAsOf));

    private static HashSet<OutcomeKind> Checked(IEnumerable<OutcomeKind> kinds, string name)
    {
        ArgumentNullException.ThrowIfNull(kinds, name);
        HashSet<OutcomeKind> set = [.. kinds];
        return set.Count > 0 && set.All(static kind => kind != OutcomeKind.Unknown && Enum.IsDefined(kind))
            ? set
            : throw new ArgumentException("Name at least one kind of outcome, and only known ones.", name);
    }
}
