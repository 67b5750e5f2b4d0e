namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A rule of the standard on what a row means, beside other cells and rows read before.</summary>
/// <param name="column">The column to which a finding points.</param>
internal abstract class MeaningRule(string column)
{
    /// <summary>The column to which a finding points.</summary>
    public string Column => column;

    /// <summary>The code of what the row breaks; null when it keeps the rule, or when what is at hand cannot tell.</summary>
    public abstract string? Broken(string?[] values);
}
