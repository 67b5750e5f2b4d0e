namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A cell of the file.</summary>
internal sealed class BoundColumn(string name, int ordinal) : BoundValue(name)
{
    public override string? Evaluate(MappedRow row) => row.Cell(ordinal);
}
