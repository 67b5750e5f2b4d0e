using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A rule of the standard on what a row means, beside other cells and rows read before.</summary>
/// <param name="column">The column to which a finding points.</param>
internal abstract class MeaningRule(string column)
{
    /// <summary>The column to which a finding points.</summary>
    public string Column => column;

    /// <summary>The code of what the row breaks; null when it keeps the rule, or when what is at hand cannot tell.</summary>
    public abstract string? Broken(string?[] values);

    /// <summary>True when the rule can be asked about a clean row.</summary>
    public virtual bool KnowsCleanRows => false;

    /// <summary>True when asking changes what is known, so that a row is asked about once only.</summary>
    public virtual bool HasEffects => false;

    /// <summary>Says what a clean row will be held to soon.</summary>
    public virtual void Approach(CleanRow row)
    {
    }

    /// <summary>True when a clean row surely keeps the rule.</summary>
    public virtual bool IsKept(CleanRow row) => false;
}
