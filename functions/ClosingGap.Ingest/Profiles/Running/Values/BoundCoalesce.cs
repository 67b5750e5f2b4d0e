namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>The first of several values that is not blank; those after it are not asked.</summary>
internal sealed class BoundCoalesce(IReadOnlyList<BoundValue> parts)
    : BoundValue(string.Join('+', parts.Select(part => part.Origin).Where(origin => origin.Length > 0).Distinct(StringComparer.Ordinal)))
{
    public override string? Evaluate(MappedRow row)
    {
        foreach (var part in parts)
        {
            var cell = part.Evaluate(row);
            if (cell is not null || row.IsOut)
            {
                return cell;
            }
        }

        return null;
    }
}
