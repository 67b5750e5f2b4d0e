using System.Text;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>Several values in one.</summary>
internal sealed class BoundConcat(IReadOnlyList<BoundValue> parts, string separator, bool skipBlank)
    : BoundValue(string.Join('+', parts.Select(part => part.Origin).Where(origin => origin.Length > 0)))
{
    private readonly StringBuilder _text = new();

    public override string? Evaluate(MappedRow row)
    {
        // A part may hold another concat, never this one: the builder is free between two evaluations.
        _text.Clear();
        var any = false;
        foreach (var part in parts)
        {
            var cell = part.Evaluate(row);
            if (row.IsOut || (cell is null && !skipBlank))
            {
                return null;
            }

            if (cell is not null)
            {
                if (any)
                {
                    _text.Append(separator);
                }

                _text.Append(cell);
                any = true;
            }
        }

        return any ? _text.ToString() : null;
    }
}
