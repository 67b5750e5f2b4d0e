using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads cells that hold several entries joined by commas. Blank entries are a deviation and fall out.</summary>
internal static class ListReader
{
    /// <summary>Says whether an entry is well formed.</summary>
    public delegate bool EntryRule(ReadOnlySpan<char> entry);

    /// <summary>Reads a list whose entries follow a rule.</summary>
    public static CellReading Read(string cell, EntryRule rule, string brokenCode)
    {
        if (!cell.Contains(',', StringComparison.Ordinal))
        {
            return rule(cell) ? new(cell, null) : new(null, brokenCode);
        }

        var isClean = true;
        var isSound = true;
        foreach (var range in cell.AsSpan().Split(','))
        {
            var entry = cell.AsSpan(range);
            var trimmed = entry.Trim();
            isClean &= trimmed.Length > 0;
            isSound &= trimmed.Length == 0 || rule(trimmed);
        }

        if (!isSound)
        {
            return new(null, isClean ? brokenCode : DiagnosticCodes.RowInvalidList);
        }

        var value = string.Join(',', cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return new(value, isClean ? null : DiagnosticCodes.RowInvalidList);
    }

    /// <summary>Reads a list of tokens of an enumeration.</summary>
    public static CellReading ReadTokens(ContractColumn column, string cell)
    {
        string? code = null;
        var tokens = cell.Split(',', StringSplitOptions.TrimEntries);
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].Length == 0)
            {
                code ??= DiagnosticCodes.RowInvalidList;
                continue;
            }

            var token = CellReader.Token(column, tokens[index]);
            if (token.Value is null)
            {
                return token;
            }

            tokens[index] = token.Value;
            code ??= token.Code;
        }

        return new(string.Join(',', tokens.Where(token => token.Length > 0)), code);
    }

    /// <summary>True for <c>{left:right}</c>.</summary>
    public static bool IsBracedPair(ReadOnlySpan<char> entry) =>
        entry.Length > 4 && entry[0] == '{' && entry[^1] == '}' && entry[1..^1].IndexOf(':') is var colon && colon > 0 && colon < entry.Length - 3;
}
