using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.State;

/// <summary>Reads and writes receipts by (function, container/blob). A receipt of another ETag is replaced.</summary>
internal static class BlobReceipts
{
    public static Task<BlobReceipt?> ReadReceiptAsync(this RuntimeStateStore store, string function, string path, CancellationToken cancellationToken) =>
        store.UseAsync(connection => Read(connection, function, path), cancellationToken);

    /// <summary>The receipts of many blobs at once, null where there is none.</summary>
    public static Task<BlobReceipt?[]> ReadReceiptsAsync(
        this RuntimeStateStore store, string function, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        store.UseAsync(connection => paths.Select(path => Read(connection, function, path)).ToArray(), cancellationToken);

    public static Task WriteReceiptAsync(
        this RuntimeStateStore store, string function, string path, BlobReceipt receipt, CancellationToken cancellationToken) =>
        store.UseAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT OR REPLACE INTO receipts (function, path, etag, state, tries, due) VALUES ($function, $path, $etag, $state, $tries, $due)";
                command.Parameters.AddWithValue("$function", function);
                command.Parameters.AddWithValue("$path", path);
                command.Parameters.AddWithValue("$etag", receipt.ETag);
                command.Parameters.AddWithValue("$state", (int)receipt.State);
                command.Parameters.AddWithValue("$tries", receipt.Tries);
                command.Parameters.AddWithValue("$due", receipt.Due.UtcTicks);
                return command.ExecuteNonQuery();
            },
            cancellationToken);

    private static BlobReceipt? Read(SqliteConnection connection, string function, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT etag, state, tries, due FROM receipts WHERE function = $function AND path = $path";
        command.Parameters.AddWithValue("$function", function);
        command.Parameters.AddWithValue("$path", path);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new BlobReceipt(row.GetString(0), (ReceiptState)row.GetInt32(1), row.GetInt32(2), new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero))
            : null;
    }
}
