using System.Numerics;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>The key of each row as one integer, so that sorting by key is sorting integers: nulls first, then ordinal order.</summary>
internal static class RowKeys
{
    /// <summary>One integer a row; equal integers are equal keys, and their order is the keys' order.</summary>
    public static ulong[] Of(TableCells cells)
    {
        var keys = new ulong[cells.RowCount];
        var bits = 0;
        foreach (var name in cells.Table.Key)
        {
            var column = cells.Columns[cells.Table.Ordinal(name)];
            var (parts, partBits) = Parts(column);
            if (bits + partBits > 64)
            {
                bits = MakeDense(keys);
                if (bits + partBits > 64)
                {
                    partBits = MakeDense(parts);
                }
            }

            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = (partBits == 64 ? 0 : keys[row] << partBits) | parts[row];
            }

            bits += partBits;
        }

        return keys;
    }

    /// <summary>A column's cells as integers from 0 (null) that keep its order, and the bits they need.</summary>
    private static (ulong[] Parts, int Bits) Parts(ColumnCells column)
    {
        var parts = new ulong[column.Count];
        ulong greatest = 0;
        if (column.Pool is { } pool)
        {
            var ranks = pool.OrdinalRanks();
            for (var row = 0; row < parts.Length; row++)
            {
                parts[row] = column[row] == CellCodec.Null ? 0 : (ulong)ranks[(int)column[row]] + 1;
            }

            greatest = (ulong)ranks.Length;
        }
        else
        {
            var least = Least(column);
            for (var row = 0; row < parts.Length; row++)
            {
                parts[row] = column[row] == CellCodec.Null ? 0 : (ulong)(column[row] - least) + 1;
                greatest = Math.Max(greatest, parts[row]);
            }
        }

        return (parts, 64 - BitOperations.LeadingZeroCount(greatest));
    }

    private static long Least(ColumnCells column)
    {
        var least = long.MaxValue;
        for (var row = 0; row < column.Count; row++)
        {
            least = column[row] == CellCodec.Null ? least : Math.Min(least, column[row]);
        }

        return least;
    }

    /// <summary>Replaces integers by their rank among the distinct ones: at most 31 bits, as rows are counted in 31 bits.</summary>
    private static int MakeDense(ulong[] values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var distinct = 0;
        for (var index = 0; index < sorted.Length; index++)
        {
            if (index == 0 || sorted[index] != sorted[index - 1])
            {
                sorted[distinct++] = sorted[index];
            }
        }

        for (var row = 0; row < values.Length; row++)
        {
            values[row] = (ulong)Array.BinarySearch(sorted, 0, distinct, values[row]);
        }

        return 64 - BitOperations.LeadingZeroCount((ulong)Math.Max(0, distinct - 1));
    }
}
