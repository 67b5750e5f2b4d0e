using ClosingGap.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Tests.Sqlite;

/// <summary>A folder for one database file, removed at the end.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("closinggap-sqlite-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "deep", "store.db");

    public SqliteStoreOptions Options => new() { Path = Path };

    /// <summary>Asks the file itself, past the store.</summary>
    public object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
