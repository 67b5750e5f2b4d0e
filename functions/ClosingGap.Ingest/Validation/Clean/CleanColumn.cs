using System.Text;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>A column as clean rows are held to it.</summary>
/// <param name="Index">Its place in the contract.</param>
/// <param name="Form">How its cells are known to be clean.</param>
/// <param name="Position">Its place in the file; -1 when the file has it not.</param>
/// <param name="IsRequired">True when a blank cell is not clean.</param>
/// <param name="Tokens">The tokens of an enumeration.</param>
/// <param name="NotBefore">The column with the day before which this day may not lie, or -1.</param>
/// <param name="HashSlot">Where the hash of its cells is kept, or -1.</param>
/// <param name="MayRepeat">True when its cells are hashed and rows that follow each other may have the same.</param>
internal readonly record struct CleanColumn(
    int Index, CleanForm Form, int Position, bool IsRequired, byte[][] Tokens, int NotBefore, int HashSlot, bool MayRepeat)
{
    /// <summary>The column of a contract.</summary>
    /// <param name="hasWords">True when its cells go through a vocabulary.</param>
    public static CleanColumn Of(FileContract contract, int index, int position, bool hasWords, int hashSlot)
    {
        var column = contract.Columns[index];
        var form = hasWords ? CleanForm.Remembered : column.Type switch
        {
            CellType.Text => CleanForm.Text,
            CellType.Id => CleanForm.PlainText,
            CellType.Guid or CellType.GuidRef => CleanForm.Guid,
            CellType.Enum => CleanForm.Token,
            CellType.Boolean => CleanForm.Boolean,
            CellType.Date => CleanForm.Date,
            CellType.UserIdList => CleanForm.UserId,
            CellType.Float when column.Min is null && column.Max is null => CleanForm.Number,
            _ => CleanForm.Remembered,
        };
        return new CleanColumn(
            index,
            form,
            position,
            column.Required == ValueRequirement.Yes,
            [.. (column.Enum ?? []).Select(Encoding.UTF8.GetBytes)],
            column.NotBefore is { } other ? contract.IndexOf(other) : -1,
            hashSlot,
            hashSlot >= 0 && column.Ref is not null && form != CleanForm.Remembered);
    }
}
