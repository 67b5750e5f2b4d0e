using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>What stands in cells is found in the tables, in results, in student documents and in caseloads, and nowhere else.</summary>
public sealed class PlantingTests(PlantedRun run) : IClassFixture<PlantedRun>
{
    // The names and ids of schools are published: they are what summaries are of.
    private static readonly string[] s_ofOrganisations = ["orgs.", "School.csv "];

    // Where names and ids of students are meant to be.
    private static readonly string[] s_named = ["student:", "caseload:"];
    private static readonly string[] s_aboutSchools = ["school-summary:", "district-summary:"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_OfEveryPackage_EndsAsItShouldAndRejectsWhatWasBroken()
    {
        Assert.All(run.Drops, drop => Assert.Equal(drop.Key is "Mapped" or "Lms" or "Canvas" ? "Published" : drop.Key, drop.Value.GetProperty("state").GetString()));
        Assert.True(run.Secrets.Count > 1_500, $"Only {run.Secrets.Count} secrets were planted.");
        Assert.True(run.Drops["Published"].GetProperty("counts").GetProperty("rowsRejected").GetInt64() > 150);
        Assert.True(run.Drops["Rejected"].GetProperty("rules").GetArrayLength() > 10);
        Assert.Equal("system.fault", run.Drops["Failed"].GetProperty("reasonCode").GetString());
    }

    [Theory]
    [InlineData("Lms")]
    [InlineData("Canvas")]
    public void Drop_OfALearningManagementSystem_IsJoinedAndRejectsWhatWasBroken(string name)
    {
        var drop = run.Drops[name];
        var joins = drop.GetProperty("joins");

        Assert.True(joins.GetProperty("studentsJoined").GetInt64() > 1, joins.ToString());
        Assert.True(joins.GetProperty("studentsNotJoined").GetInt64() > 0, joins.ToString());
        Assert.True(joins.GetProperty("sectionsNotJoined").GetInt64() > 0, joins.ToString());
        Assert.True(drop.GetProperty("counts").GetProperty("rowsRejected").GetInt64() > 5, drop.GetProperty("counts").ToString());
        Assert.Contains("Joined ", run.CliOutput[$"{name}: status {drop.GetProperty("id").GetString()}"], StringComparison.Ordinal);
        Assert.Contains("Whom the roster knows", run.CliOutput[$"{name}: receipt {drop.GetProperty("id").GetString()} --format html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_OfAStudent_AreWhereTheyAreMeantToBe()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (id, body) in await DocumentsAsync())
        {
            found.UnionWith(run.Secrets.In(body).Select(place => $"{id.Split(':')[0]}: {place}"));
        }

        Assert.Contains("student: name of a student: givenName", found);
        Assert.Contains("caseload: name of a student: familyName", found);
        Assert.Contains("student: lms assignments Title", found);
        Assert.Contains("student: canvas: a title", found);
    }

    [Theory]
    [InlineData("receipts", 8)]
    [InlineData("reports", 3)]
    [InlineData("profiles", 0)]
    public async Task Blobs_OfAContainerForPeople_HoldNoCell(string container, int atLeast)
    {
        var blobs = await BlobsAsync(container, _ => true);

        Assert.True(blobs.Count >= atLeast, $"Only {blobs.Count} blobs in {container}.");
        Nothing(blobs);
    }

    [Fact]
    public async Task Blobs_OfTheSnapshot_AreFoundByPathsWithoutCells_AndManifestsHoldNone()
    {
        var manifests = await BlobsAsync("curated", path => path.EndsWith("/current.json", StringComparison.Ordinal) || path.Contains("/versions/", StringComparison.Ordinal));
        var paths = new List<(string, byte[])>();
        await foreach (var blob in new BlobContainerClient(run.Storage, "curated").GetBlobsAsync(cancellationToken: Token))
        {
            paths.Add(("a path", Encoding.UTF8.GetBytes(blob.Name + string.Concat(blob.Metadata?.Values ?? []))));
        }

        Assert.NotEmpty(manifests);
        Nothing([.. manifests, .. paths]);
    }

    [Fact]
    public async Task Documents_ThatAreNotOfStudents_HoldNoCell()
    {
        var documents = (await DocumentsAsync()).Where(document => !IsOf(document.Id, s_named)).ToList();

        Assert.Contains(documents, document => document.Id.StartsWith("drop:", StringComparison.Ordinal));
        Assert.Contains(documents, document => document.Id.StartsWith("lane:", StringComparison.Ordinal));
        Nothing(documents.Where(document => !IsOf(document.Id, s_aboutSchools)).Select(document => (document.Id.Split(':')[0], document.Body)));
        Nothing(documents.Where(document => IsOf(document.Id, s_aboutSchools)).Select(document => (document.Id.Split(':')[0], document.Body)), s_ofOrganisations);
    }

    [Fact]
    public void Ids_OfDocuments_HoldNoCellOfAStudent() =>
        Nothing(Documents().Select(document => ("an id", Encoding.UTF8.GetBytes(document.Partition + document.Id))), s_ofOrganisations);

    [Fact]
    public void Histories_OfTheEngine_HoldNoCell_NotEvenInAMessageOfAnException()
    {
        var files = Directory.GetFiles(run.App.Folder).Where(file => Path.GetFileName(file).StartsWith("durable.db", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("runtime.db", StringComparison.Ordinal))
            .Where(file => Path.GetExtension(file) != ".lock").ToList();
        var bytes = files.Select(file => (Path.GetFileName(file), Read(file))).ToList();

        Assert.Contains(bytes, file => Encoding.UTF8.GetString(file.Item2).Contains("StepFailedException", StringComparison.Ordinal));
        Assert.Contains(bytes, file => Encoding.UTF8.GetString(file.Item2).Contains("ApplyShard", StringComparison.Ordinal));
        Nothing(bytes);
    }

    [Fact]
    public void Log_OfEveryLevel_HoldsNoCell()
    {
        Assert.Contains(run.Log, line => line.StartsWith("Trace", StringComparison.Ordinal) || line.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Contains(run.Log, line => line.Contains("ApplyShard failed", StringComparison.Ordinal));
        Nothing(run.Log.Select(line => (line.Split(' ')[0], Encoding.UTF8.GetBytes(line))));
    }

    [Fact]
    public void Traces_AndMessagesOfOurExceptions_HoldNoCell()
    {
        Assert.NotEmpty(run.Traces.Spans);
        Assert.NotEmpty(run.Traces.Exceptions);
        Nothing(run.Traces.Spans.Select(span => ("a span", Encoding.UTF8.GetBytes(span))));
        Nothing(run.Traces.Exceptions.Select(message => ("a message", Encoding.UTF8.GetBytes(message))));
    }

    [Fact]
    public void Deliveries_ToTheWebhook_TellEveryEndAndHoldNoCell()
    {
        var events = run.Receiver.Taken.Select(delivery => delivery.Headers["ClosingGap-Event"]).Distinct().ToList();

        Assert.Superset(new HashSet<string> { "drop.published", "drop.rejected", "drop.held", "drop.failed" }, events.ToHashSet());
        Nothing(run.Receiver.Taken.Select(delivery => ("a delivery", Encoding.UTF8.GetBytes(string.Join('\n', delivery.Headers.Values) + delivery.Body))));
    }

    [Fact]
    public void Output_OfTheCommandLine_HoldsNoCell()
    {
        Assert.Contains(run.CliOutput, output => output.Key == "validate as csv" && output.Value.Contains("row.invalid_date", StringComparison.Ordinal));
        Assert.All(run.CliOutput, output => Assert.NotEmpty(output.Value));
        Nothing(run.CliOutput.Select(output => (output.Key, Encoding.UTF8.GetBytes(output.Value))));
    }

    [Theory]
    [InlineData("v1/districts/TX-300001", true)]
    [InlineData("v1/districts/TX-300001/drops", false)]
    [InlineData("v1/districts/TX-300001/registration", false)]
    public async Task Answers_ThatAreNotOfStudents_HoldNoCell(string path, bool aboutSchools)
    {
        var answer = await run.Http.GetByteArrayAsync(path, Token);

        Nothing([(path, answer)], aboutSchools ? s_ofOrganisations : []);
    }

    private void Nothing(IEnumerable<(string Where, byte[] Bytes)> written, params string[] allowed)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (where, bytes) in written)
        {
            found.UnionWith(run.Secrets.In(bytes).Where(place => !IsOf(place, allowed)).Select(place => $"{where}: {place}"));
        }

        Assert.True(found.Count == 0, $"{found.Count} leaks:\n{string.Join('\n', found.Take(60))}");
    }

    private static bool IsOf(string text, string[] beginnings) => beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));

    private async Task<List<(string Id, byte[] Body)>> DocumentsAsync()
    {
        await Task.Yield();
        return [.. Documents().Select(document => (document.Id, document.Body))];
    }

    private List<(string Partition, string Id, byte[] Body)> Documents()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(run.App.Folder, "documents.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT pk, id, body FROM documents";
        using var reader = command.ExecuteReader();
        var documents = new List<(string, string, byte[])>();
        while (reader.Read())
        {
            documents.Add((reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return documents;
    }

    private async Task<List<(string, byte[])>> BlobsAsync(string container, Predicate<string> isOf)
    {
        var client = new BlobContainerClient(run.Storage, container);
        var found = new List<(string, byte[])>();
        if (!await client.ExistsAsync(Token))
        {
            return found;
        }

        await foreach (var blob in client.GetBlobsAsync(cancellationToken: Token))
        {
            if (isOf(blob.Name))
            {
                var content = await client.GetBlobClient(blob.Name).DownloadContentAsync(Token);
                found.Add(($"{container} {Path.GetExtension(blob.Name)}", [.. Encoding.UTF8.GetBytes(blob.Name), .. content.Value.Content.ToArray()]));
            }
        }

        return found;
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
