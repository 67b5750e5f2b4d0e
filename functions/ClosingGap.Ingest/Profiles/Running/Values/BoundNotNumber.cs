namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A text that is no number.</summary>
internal sealed class BoundNotNumber(BoundValue of) : BoundValue(of.Origin)
{
    public override string? Evaluate(MappedRow row) =>
        of.Evaluate(row) is { } text && !BoundDecimal.TryRead(text, '.', out _) ? text : null;
}
