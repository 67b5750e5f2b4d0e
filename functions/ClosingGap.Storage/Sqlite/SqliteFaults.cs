using System.Globalization;
using ClosingGap.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Sqlite;

/// <summary>Sorts SQLite's errors: waited for, unavailable, or a fault of the file itself.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;

    /// <summary>Another connection holds the lock; waiting helps.</summary>
    public static bool IsBusy(SqliteException exception) => exception.SqliteErrorCode is Busy or Locked or Protocol;

    /// <summary>What the caller is told. The driver's message is kept as the inner exception: it names no row.</summary>
    public static Exception Describe(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked or Protocol => Unavailable(
            exception, path, "store_busy", "another process holds its lock for longer than BusyTimeout; end that process or raise BusyTimeout"),
        Full => Unavailable(exception, path, "store_full", "the disk is full; free space"),
        CannotOpen or ReadOnly => Unavailable(exception, path, "store_unwritable", "it cannot be opened for writing; check the path and its rights"),
        InputOutput or OutOfMemory => Unavailable(exception, path, "store_io", "the machine refused to read or write it; look at its disk and memory"),
        _ => exception,
    };

    private static StoreUnavailableException Unavailable(SqliteException exception, string path, string code, string reason) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{code}: the document store '{path}' is unavailable (SQLite {exception.SqliteExtendedErrorCode}): {reason}."),
            exception);
}
