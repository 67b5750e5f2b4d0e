namespace ClosingGap.Domain.Milestones;

/// <summary>What a state or a district makes of the definitions that it is given: which it uses, and which it defines itself.</summary>
public sealed record MilestoneChoice
{
    /// <summary>Ids and names of sets that are used; null: all that are given outside sets, and all its own.</summary>
    public IReadOnlyList<string>? Use { get; init; }

    /// <summary>Its own. One with the id of a given definition stands in place of all its versions.</summary>
    public IReadOnlyList<MilestoneDefinition> Define { get; init; } = [];

    /// <summary>Nothing chosen, nothing defined.</summary>
    public static MilestoneChoice None { get; } = new();

    /// <summary>All that can be used: the given definitions, with its own in place of those of the same id.</summary>
    public MilestoneSet Offer(MilestoneSet given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var own = Define.Select(definition => definition.Id).ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 ? given : new MilestoneSet([.. given.Definitions.Where(definition => !own.Contains(definition.Id)), .. Define]);
    }

    /// <summary>Those that are applied to students.</summary>
    /// <param name="given">What it chooses from, its own left out.</param>
    /// <param name="before">The choice that holds where this one makes none: a district without one follows its state.</param>
    public MilestoneSet Apply(MilestoneSet given, MilestoneChoice? before = null)
    {
        var offered = Offer((before ?? None).Offer(given));
        var own = Define.Concat(before?.Define ?? []).Select(definition => definition.Id).ToHashSet(StringComparer.Ordinal);
        var use = Use ?? before?.Use;
        return new MilestoneSet(offered.Definitions.Where(definition => use is null
            ? definition.Set is null || own.Contains(definition.Id)
            : Names(use, definition) || (Use is null && Define.Contains(definition))));
    }

    /// <summary>The names in <see cref="Use"/> that nothing offered has.</summary>
    public IReadOnlyList<string> Unknown(MilestoneSet offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        return [.. (Use ?? []).Where(name => !offered.Definitions.Any(definition => Names([name], definition)))];
    }

    private static bool Names(IReadOnlyList<string> use, MilestoneDefinition definition) =>
        use.Contains(definition.Id, StringComparer.Ordinal) || (definition.Set is { } set && use.Contains(set, StringComparer.Ordinal));
}
