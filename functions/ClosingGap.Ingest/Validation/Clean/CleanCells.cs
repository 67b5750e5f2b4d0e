using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>Tells whether all cells of a record are clean. No is no finding: the row is then read the long way, which says what it is.</summary>
internal sealed class CleanCells
{
    private const int MaxGuidLength = 255;
    private const int LifecycleTimeLength = 24;

    private static readonly SearchValues<byte> s_guid = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_/@"u8);

    private static readonly ulong s_hashOfBlank = KeyHash.Of(ReadOnlySpan<byte>.Empty);

    /// <summary>The columns that the file has, without those of the lifecycle.</summary>
    private readonly CleanColumn[] _columns;
    private readonly CellMemory[] _memory;
    private readonly (int End, int Begin)[] _inOrder;
    private readonly int[] _absent;
    private readonly int _status;
    private readonly int _modified;
    private readonly bool _isDelta;
    private readonly bool _isPossible;

    public CleanCells(FileContract contract, CleanShape shape, CleanParts parts)
    {
        (_status, _modified) = contract.HasLifecycle ? (contract.StatusColumn, contract.ModifiedColumn) : (-1, -1);
        var columns = shape.Columns.Where(column => column.Index != _status && column.Index != _modified).ToArray();
        _columns = [.. columns.Where(static column => column.Position >= 0)];
        _isPossible = Array.TrueForAll(columns, static column => column.Position >= 0 || !column.IsRequired);
        _absent = [.. columns.Where(static column => column.Position < 0 && column.HashSlot >= 0).Select(static column => column.HashSlot)];
        _inOrder = [.. columns.Where(static column => column.NotBefore >= 0).Select(static column => (column.Index, column.NotBefore))];
        _memory = parts.Reader.Memory;
        _isDelta = parts.Mode == TableMode.Delta;
    }

    /// <summary>True when every cell is canonical as it stands, or was read before; these the row is told, and the hashes of its ids.</summary>
    /// <param name="row">The row.</param>
    /// <param name="before">The clean row before it in its block, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool AreClean(CleanRow row, CleanRow? before)
    {
        if (!_isPossible || (_status >= 0 && !HasCleanLifecycle(row)))
        {
            return false;
        }

        var text = row.Text;
        var fields = row.Fields;
        var hashes = row.Hashes;
        var fieldsBefore = before is null ? default : before.Fields;
        var hashesBefore = before is null ? default : before.Hashes;
        foreach (ref readonly var column in _columns.AsSpan())
        {
            ref readonly var field = ref fields[column.Position];
            if (field.Length == 0)
            {
                if (column.IsRequired)
                {
                    return false;
                }

                if (column.HashSlot >= 0)
                {
                    hashes[column.HashSlot] = s_hashOfBlank;
                }

                continue;
            }

            var cell = text.Slice(field.Start, field.Length);
            if (column.HashSlot >= 0)
            {
                // Rows of one student, class or day stand together, so an id is often that of the row before.
                if (column.MayRepeat && !fieldsBefore.IsEmpty && fieldsBefore[column.Position] is var other
                    && cell.SequenceEqual(text.Slice(other.Start, other.Length)))
                {
                    hashes[column.HashSlot] = hashesBefore[column.HashSlot];
                    continue;
                }

                hashes[column.HashSlot] = KeyHash.Of(cell);
            }

            if (!IsClean(in column, cell, row))
            {
                return false;
            }
        }

        foreach (var slot in _absent)
        {
            hashes[slot] = s_hashOfBlank;
        }

        foreach (var (last, first) in _inOrder)
        {
            if (row.Raw(last) is { IsEmpty: false } end && row.Raw(first) is { IsEmpty: false } begin && end.SequenceCompareTo(begin) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool HasCleanLifecycle(CleanRow row)
    {
        var status = row.Raw(_status);
        var modified = row.Raw(_modified);
        return _isDelta
            ? status.SequenceEqual("active"u8) && modified.Length == LifecycleTimeLength && DateReader.IsDateTime(modified)
            : status.IsEmpty && modified.IsEmpty;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsClean(in CleanColumn column, ReadOnlySpan<byte> cell, CleanRow row)
    {
        switch (column.Form)
        {
            case CleanForm.Guid:
                return cell.Length <= MaxGuidLength && !cell.ContainsAnyExcept(s_guid);
            case CleanForm.Text:
                return !BeginsBlank(cell) && !EndsBlank(cell);
            case CleanForm.PlainText:
                return cell[0] != ' ' && cell[^1] != ' ' && !cell.ContainsAnyExceptInRange((byte)' ', (byte)'~');
            case CleanForm.Token:
                return IsToken(column.Tokens, cell);
            case CleanForm.Boolean:
                return cell.SequenceEqual("true"u8) || cell.SequenceEqual("false"u8);
            case CleanForm.Date:
                return DateReader.IsDay(cell);
            case CleanForm.Number:
                return CellReader.IsCanonicalNumber(cell);
            case CleanForm.UserId:
                return IsUserId(cell);
            default:
                if (_memory[column.Index].Find(cell) is not { } value)
                {
                    return false;
                }

                row.Become(column.Index, value);
                return true;
        }
    }

    private static bool BeginsBlank(ReadOnlySpan<byte> cell) => cell[0] < 0x80
        ? char.IsWhiteSpace((char)cell[0])
        : Rune.DecodeFromUtf8(cell, out var first, out _) != OperationStatus.Done || Rune.IsWhiteSpace(first);

    private static bool EndsBlank(ReadOnlySpan<byte> cell) => cell[^1] < 0x80
        ? char.IsWhiteSpace((char)cell[^1])
        : Rune.DecodeLastFromUtf8(cell, out var last, out _) != OperationStatus.Done || Rune.IsWhiteSpace(last);

    private static bool IsUserId(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 5 || cell[0] != '{' || cell[^1] != '}')
        {
            return false;
        }

        var pair = cell[1..^1];
        var colon = pair.IndexOf((byte)':');
        return colon > 0 && colon < pair.Length - 1 && !pair[(colon + 1)..].Contains((byte)':')
            && !pair.Contains((byte)',') && !pair.ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    private static bool IsToken(byte[][] tokens, ReadOnlySpan<byte> cell)
    {
        foreach (var token in tokens)
        {
            if (cell.SequenceEqual(token))
            {
                return true;
            }
        }

        return false;
    }
}
