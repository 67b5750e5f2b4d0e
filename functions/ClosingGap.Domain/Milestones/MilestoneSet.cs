namespace ClosingGap.Domain.Milestones;

/// <summary>The definitions of a district, all versions of them.</summary>
public sealed class MilestoneSet
{
    /// <summary>Makes a set of those definitions, in any order.</summary>
    public MilestoneSet(IEnumerable<MilestoneDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        Definitions = [.. definitions.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version)];
    }

    /// <summary>All definitions, by id, then version.</summary>
    public IReadOnlyList<MilestoneDefinition> Definitions { get; }

    /// <summary>The definitions in force on an as-of date: of each id the highest version that holds, in id order.</summary>
    public MilestoneSet InForceOn(DateOnly asOf)
    {
        var inForce = new List<MilestoneDefinition>(Definitions.Count);
        foreach (var definition in Definitions)
        {
            if (!definition.HoldsOn(asOf))
            {
                continue;
            }

            if (inForce.Count > 0 && string.Equals(inForce[^1].Id, definition.Id, StringComparison.Ordinal))
            {
                inForce[^1] = definition;
            }
            else
            {
                inForce.Add(definition);
            }
        }

        return inForce.Count == Definitions.Count ? this : new MilestoneSet(inForce);
    }
}
