using System.Globalization;
using System.Text;
using System.Text.Json;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Sqlite;

namespace ClosingGap.Storage.Tests.Sqlite;

/// <summary>
/// This program started as another process: with the variables below set it writes to a database instead of running tests, so that a
/// test can kill it, or work beside it. It ends when its standard input closes, so that it never outlives the test.
/// </summary>
internal static class ChildWriter
{
    public const string PathVariable = "CLOSINGGAP_CHILD_WRITER_PATH";
    public const string ModeVariable = "CLOSINGGAP_CHILD_WRITER_MODE";
    public const string Partition = "child";
    public const string Counter = "counter";
    public const int Increments = 300;

    /// <summary>Works when it was asked to; false: this is an ordinary test run.</summary>
    public static async Task<bool> TryRunAsync()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is not { Length: > 0 } path)
        {
            return false;
        }

        await (string.Equals(Environment.GetEnvironmentVariable(ModeVariable), "count", StringComparison.Ordinal)
            ? CountAsync(path)
            : WriteForEverAsync(path));
        return true;
    }

    public static DocumentWrite Document(string id, int value) =>
        new(Partition, id, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, int> { ["value"] = value }));

    public static async Task IncrementAsync(SqliteDocumentStore store, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await store.GetAsync(Partition, Counter, cancellationToken);
            using var json = JsonDocument.Parse(read!.Body);
            var next = json.RootElement.GetProperty("value").GetInt32() + 1;
            if ((await store.ReplaceAsync(Document(Counter, next), read.ETag, cancellationToken)).IsWritten)
            {
                return;
            }
        }
    }

    private static async Task CountAsync(string path)
    {
        await using var store = new SqliteDocumentStore(new SqliteStoreOptions { Path = path }, TimeProvider.System);
        Say("ready");
        Console.ReadLine();
        EndWithParent();
        for (var round = 0; round < Increments; round++)
        {
            await IncrementAsync(store, CancellationToken.None);
        }
    }

    // Tells each id only after the store has said that it is written.
    private static async Task WriteForEverAsync(string path)
    {
        await using var store = new SqliteDocumentStore(new SqliteStoreOptions { Path = path }, TimeProvider.System);
        EndWithParent();
        for (var number = 0; ; number += 3)
        {
            var first = number;
            await store.CreateAsync(Document(Id(first), first), CancellationToken.None);
            await store.ExecuteBatchAsync(
                Partition,
                [new(BatchKind.Create, Document(Id(first + 1), first + 1)), new(BatchKind.Create, Document(Id(first + 2), first + 2))],
                CancellationToken.None);
            Say(Id(first));
            Say(Id(first + 1));
            Say(Id(first + 2));
        }
    }

    private static void EndWithParent() =>
        new Thread(() =>
        {
            while (Console.ReadLine() is not null)
            {
                // Only the end of input counts.
            }

            Environment.Exit(3);
        }) { IsBackground = true }.Start();

    private static string Id(int number) => number.ToString("d8", CultureInfo.InvariantCulture);

    private static void Say(string line)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.ASCII.GetBytes(line + "\n"));
    }
}
