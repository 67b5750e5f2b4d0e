namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A cell that unpivot or applyToAll made.</summary>
internal sealed class BoundMadeCell(string origin, int index) : BoundValue(origin)
{
    public override string? Evaluate(MappedRow row) => row.Made[index];
}
