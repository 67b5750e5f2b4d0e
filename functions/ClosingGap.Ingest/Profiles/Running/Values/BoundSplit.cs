namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A part of a value, or all its parts joined by commas.</summary>
internal sealed class BoundSplit(BoundValue of, string separator, int? index) : BoundValue(of.Origin)
{
    public override string? Evaluate(MappedRow row)
    {
        if (of.Evaluate(row) is not { } text)
        {
            return null;
        }

        if (index is null)
        {
            var all = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return all.Length == 0 ? null : string.Join(',', all);
        }

        var rest = text.AsSpan();
        for (var i = 0; i < index; i++)
        {
            var next = rest.IndexOf(separator, StringComparison.Ordinal);
            if (next < 0)
            {
                return null;
            }

            rest = rest[(next + separator.Length)..];
        }

        var end = rest.IndexOf(separator, StringComparison.Ordinal);
        var part = (end < 0 ? rest : rest[..end]).Trim();
        return part.IsEmpty ? null : part.ToString();
    }
}
