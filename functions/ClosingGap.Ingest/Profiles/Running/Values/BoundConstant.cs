namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>The same text in every row.</summary>
internal sealed class BoundConstant(string text) : BoundValue("")
{
    private readonly string? _text = text.Length == 0 ? null : text;

    public override string? Evaluate(MappedRow row) => _text;
}
