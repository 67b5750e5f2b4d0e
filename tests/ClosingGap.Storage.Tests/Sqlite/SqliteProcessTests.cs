using System.Text.Json;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Sqlite;

namespace ClosingGap.Storage.Tests.Sqlite;

public sealed class SqliteProcessTests
{
    [Fact(Timeout = 120_000)]
    public async Task Kill_InTheMiddleOfWriting_LosesNothingThatWasAnswered()
    {
        var token = TestContext.Current.CancellationToken;
        using var database = new TemporaryDatabase();
        using var child = ChildProcess.Start(database.Path, "write");
        var told = new List<string>();
        try
        {
            while (told.Count < 300 && await child.StandardOutput.ReadLineAsync(token) is { } line)
            {
                told.Add(line);
            }
        }
        finally
        {
            child.Kill();
        }

        // What it had said before it died, but for a last line cut in two.
        var rest = await child.StandardOutput.ReadToEndAsync(token);
        told.AddRange(rest.Split('\n')[..^1]);
        await child.WaitForExitAsync(token);

        Assert.True(told.Count >= 300, $"the child wrote {told.Count} documents only");
        await using var store = new SqliteDocumentStore(database.Options, TimeProvider.System);
        var read = await store.GetManyAsync([.. told.Select(id => new DocumentKey(ChildWriter.Partition, id))], token);
        Assert.All(read, Assert.NotNull);
        Assert.Equal("ok", database.Ask("PRAGMA integrity_check"));

        // A batch that was under way is there whole or not at all: the rows are complete triples, or one create without its batch.
        Assert.NotEqual(2L, (long)database.Ask("SELECT count(*) FROM documents")! % 3);
        Assert.True((await store.UpsertAsync(ChildWriter.Document("after", 1), token)).IsWritten);
    }

    [Fact(Timeout = 120_000)]
    public async Task TwoProcesses_RaisingOneCounter_LoseNoIncrement()
    {
        var token = TestContext.Current.CancellationToken;
        using var database = new TemporaryDatabase();
        await using var store = new SqliteDocumentStore(database.Options, TimeProvider.System);
        await store.CreateAsync(ChildWriter.Document(ChildWriter.Counter, 0), token);
        using var child = ChildProcess.Start(database.Path, "count");
        try
        {
            Assert.Equal("ready", await child.StandardOutput.ReadLineAsync(token));
            await child.StandardInput.WriteLineAsync("go");
            for (var round = 0; round < ChildWriter.Increments; round++)
            {
                await ChildWriter.IncrementAsync(store, token);
            }

            await child.WaitForExitAsync(token);
            Assert.Equal(0, child.ExitCode);
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill();
            }
        }

        var read = await store.GetAsync(ChildWriter.Partition, ChildWriter.Counter, token);
        using var json = JsonDocument.Parse(read!.Body);
        Assert.Equal(2 * ChildWriter.Increments, json.RootElement.GetProperty("value").GetInt32());
    }
}
