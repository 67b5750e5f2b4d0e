using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Reads columns that may be null.</summary>
internal static class RowText
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
