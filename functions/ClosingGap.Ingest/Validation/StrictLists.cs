using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>What strictly is wrong with the entries of a list and is forgiven otherwise: blanks around them, and a second colon in a user id.</summary>
internal static class StrictLists
{
    /// <summary>The code of the first entry at fault, or null.</summary>
    public static string? Fault(ContractColumn column, string cell)
    {
        var code = column.Type switch
        {
            CellType.GuidRefList => DiagnosticCodes.RowInvalidGuid,
            CellType.EnumList => DiagnosticCodes.RowInvalidEnum,
            CellType.UserIdList => DiagnosticCodes.RowInvalidList,
            _ => null,
        };
        if (code is null)
        {
            return null;
        }

        foreach (var range in cell.AsSpan().Split(','))
        {
            var entry = cell.AsSpan(range);
            if (entry.Length != entry.Trim().Length || (column.Type == CellType.UserIdList && !entry.IsEmpty && !BracedPair.Is(entry)))
            {
                return code;
            }
        }

        return null;
    }
}
