namespace ClosingGap.Pipeline.Validating;

/// <summary>What the validation of one input staged.</summary>
/// <param name="Source">The source that dropped it.</param>
/// <param name="ShardCount">Into how many shards students are split.</param>
/// <param name="Tables">The tables, with the shards that have rows.</param>
/// <param name="SchoolYear">The school year that the rows name, when they name one.</param>
/// <param name="RowsAccepted">Rows staged.</param>
/// <param name="DeclaredAsOf">The as-of date that the drop declares.</param>
/// <param name="ReceivedOn">The day, in the district's time zone, on which the drop was written.</param>
public sealed record StagedIndex(
    string Source,
    int ShardCount,
    IReadOnlyList<StagedEntry> Tables,
    int? SchoolYear,
    long RowsAccepted,
    DateOnly? DeclaredAsOf,
    DateOnly ReceivedOn)
{
    /// <summary>The day of the drop: what it says holds from then on.</summary>
    public DateOnly On() => DeclaredAsOf ?? ReceivedOn;
}
