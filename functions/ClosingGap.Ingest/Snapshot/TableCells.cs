using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Rows of a canonical table by columns, in the table's order of columns.</summary>
internal sealed class TableCells(CanonicalTable table)
{
    public CanonicalTable Table { get; } = table;

    public ColumnCells[] Columns { get; } = [.. table.Columns.Select(column => new ColumnCells(column))];

    public int RowCount => Columns[0].Count;

    /// <summary>Adds a row whose cells are in canonical form; blank is null.</summary>
    public void AddRow(string?[] cells)
    {
        for (var index = 0; index < Columns.Length; index++)
        {
            var column = Columns[index];
            if (string.IsNullOrEmpty(cells[index]))
            {
                column.Add(CellCodec.Null);
            }
            else if (column.Pool is not null)
            {
                column.AddText(cells[index]);
            }
            else
            {
                column.Add(ParseOrThrow(Table, column.Column, cells[index]));
            }
        }
    }

    public bool RowsEqual(int left, int right)
    {
        foreach (var column in Columns)
        {
            if (column[left] != column[right])
            {
                return false;
            }
        }

        return true;
    }

    public static long ParseOrThrow(CanonicalTable table, CanonicalColumn column, ReadOnlySpan<char> text) =>
        CellCodec.TryParse(column.Type, text, out var value)
            ? value
            : throw new SnapshotException(
                "snapshot.cell_out_of_range",
                $"A cell of {table.Name}.{column.Name} is not a {column.Type} in canonical form and range. Let the validation reject its row.");
}
