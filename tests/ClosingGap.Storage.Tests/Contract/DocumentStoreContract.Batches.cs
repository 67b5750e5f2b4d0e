using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task Batch_AllConditionsHold_DoesAll()
    {
        await using var opened = await OpenAsync();
        var replaced = await CreatedAsync(opened.Store, "replace", 1);
        var deleted = await CreatedAsync(opened.Store, "delete", 1);

        var result = await opened.Store.ExecuteBatchAsync(
            _partition,
            [
                new(BatchKind.Create, Write("create", 10)),
                new(BatchKind.Replace, Write("replace", 11, ifMatch: replaced)),
                new(BatchKind.Upsert, Write("upsert", 12)),
                new(BatchKind.Delete, new DocumentWrite(_partition, "delete", default, IfMatch: deleted)),
            ],
            Token);

        Assert.True(result.IsWritten);
        Assert.All(result.Results, one => Assert.Equal(WriteStatus.Written, one.Status));
        var read = await opened.Store.GetManyAsync(
            [new(_partition, "create"), new(_partition, "replace"), new(_partition, "upsert"), new(_partition, "delete")], Token);
        Assert.Equal([10, 11, 12], read.Take(3).Select(Value));
        Assert.Null(read[3]);
        Assert.Equal(result.Results.Take(3).Select(one => one.ETag), read.Take(3).Select(one => one!.ETag));
    }

    [Theory]
    [InlineData(BatchKind.Create, WriteStatus.AlreadyExists)]
    [InlineData(BatchKind.Replace, WriteStatus.PreconditionFailed)]
    [InlineData(BatchKind.Delete, WriteStatus.PreconditionFailed)]
    public async Task Batch_OneConditionFails_ChangesNothing(BatchKind kind, WriteStatus expected)
    {
        await using var opened = await OpenAsync();
        var old = await CreatedAsync(opened.Store, "there", 1);
        var current = (await opened.Store.ReplaceAsync(Write("there", 2), old, Token)).ETag;

        var result = await opened.Store.ExecuteBatchAsync(
            _partition,
            [
                new(BatchKind.Upsert, Write("first", 1)),
                new(kind, Write("there", 3, ifMatch: kind == BatchKind.Create ? null : old)),
                new(BatchKind.Upsert, Write("last", 1)),
            ],
            Token);

        Assert.False(result.IsWritten);
        Assert.Equal([WriteStatus.NotDone, expected, WriteStatus.NotDone], result.Results.Select(one => one.Status));
        Assert.All(result.Results, one => Assert.Null(one.ETag));
        Assert.Null(await opened.Store.GetAsync(_partition, "first", Token));
        Assert.Null(await opened.Store.GetAsync(_partition, "last", Token));
        var there = await opened.Store.GetAsync(_partition, "there", Token);
        Assert.Equal((2, current), (Value(there), there!.ETag));
    }

    [Theory]
    [InlineData(BatchKind.Replace)]
    [InlineData(BatchKind.Delete)]
    public async Task Batch_TargetIsMissing_IsNotFoundAndChangesNothing(BatchKind kind)
    {
        await using var opened = await OpenAsync();

        var result = await opened.Store.ExecuteBatchAsync(
            _partition, [new(BatchKind.Create, Write("first")), new(kind, Write("missing"))], Token);

        Assert.Equal([WriteStatus.NotDone, WriteStatus.NotFound], result.Results.Select(one => one.Status));
        Assert.Null(await opened.Store.GetAsync(_partition, "first", Token));
    }

    [Fact]
    public async Task Batch_HundredAndOneOperations_IsRefused()
    {
        await using var opened = await OpenAsync();
        BatchOperation[] Operations(int count) =>
            [.. Enumerable.Range(0, count).Select(number => new BatchOperation(BatchKind.Create, Write($"n{number:d3}", number)))];

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.ExecuteBatchAsync(_partition, Operations(101), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.ExecuteBatchAsync(_partition, [], Token));
        Assert.Null(await opened.Store.GetAsync(_partition, "n000", Token));
        Assert.True((await opened.Store.ExecuteBatchAsync(_partition, Operations(100), Token)).IsWritten);
        Assert.Equal(99, Value(await opened.Store.GetAsync(_partition, "n099", Token)));
    }

    [Fact]
    public async Task Batch_MoreThanTwoMegabytes_IsRefused()
    {
        await using var opened = await OpenAsync();
        BatchOperation[] Operations(int last) =>
        [
            new(BatchKind.Upsert, new DocumentWrite(_partition, "a", BodyOfSize(1_000_000))),
            new(BatchKind.Upsert, new DocumentWrite(_partition, "b", BodyOfSize(last))),
        ];

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.ExecuteBatchAsync(_partition, Operations(1_000_001), Token));
        Assert.Null(await opened.Store.GetAsync(_partition, "a", Token));
        Assert.True((await opened.Store.ExecuteBatchAsync(_partition, Operations(1_000_000), Token)).IsWritten);
        Assert.Equal(1_000_000, (await opened.Store.GetAsync(_partition, "b", Token))!.Body.Length);
    }

    [Fact]
    public async Task Batch_OperationOfAnotherPartition_IsRefused()
    {
        await using var opened = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.ExecuteBatchAsync(
            _partition, [new(BatchKind.Create, new DocumentWrite(_partition + "-2", "a", Body(1)))], Token));
    }

    [Fact]
    public async Task Bulk_MixedConditions_AnswersEachByItself()
    {
        await using var opened = await OpenAsync();
        var old = await CreatedAsync(opened.Store, "stale", 1);
        await opened.Store.UpsertAsync(Write("stale", 2), Token);
        var current = await CreatedAsync(opened.Store, "match", 1);
        await CreatedAsync(opened.Store, "there", 1);

        var results = await opened.Store.BulkUpsertAsync(
            [
                Write("new", 1),
                Write("there", 2, ifAbsent: true),
                Write("match", 2, ifMatch: current),
                Write("stale", 3, ifMatch: old),
                Write("absent", 4, ifMatch: old),
                Write("first", 5, ifAbsent: true),
                new DocumentWrite(_partition + "-2", "new", Body(6)),
            ],
            Token);

        Assert.Equal(
            [
                WriteStatus.Written, WriteStatus.AlreadyExists, WriteStatus.Written, WriteStatus.PreconditionFailed,
                WriteStatus.NotFound, WriteStatus.Written, WriteStatus.Written,
            ],
            results.Select(result => result.Status));
        var read = await opened.Store.GetManyAsync(
            [
                new(_partition, "new"), new(_partition, "there"), new(_partition, "match"), new(_partition, "stale"),
                new(_partition, "first"), new(_partition + "-2", "new"),
            ],
            Token);
        Assert.Equal([1, 1, 2, 2, 5, 6], read.Select(Value));
        Assert.Equal(results[2].ETag, read[2]!.ETag);
        Assert.Null(await opened.Store.GetAsync(_partition, "absent", Token));
    }

    [Fact]
    public async Task Bulk_ManyDocumentsOfManyPartitions_StoresAll()
    {
        await using var opened = await OpenAsync();
        var documents = Enumerable.Range(0, 1200)
            .Select(number => new DocumentWrite($"{_partition}-{number % 7}", $"d{number}", Body(number))).ToArray();

        var results = await opened.Store.BulkUpsertAsync(documents, Token);

        Assert.All(results, result => Assert.True(result.IsWritten));
        Assert.Equal(1200, results.Select(result => result.ETag).Distinct(StringComparer.Ordinal).Count());
        var read = await opened.Store.GetManyAsync([.. documents.Select(one => new DocumentKey(one.Partition, one.Id))], Token);
        Assert.Equal(Enumerable.Range(0, 1200), read.Select(Value));
    }

    [Fact]
    public async Task Bulk_Nothing_AnswersNothing()
    {
        await using var opened = await OpenAsync();

        Assert.Empty(await opened.Store.BulkUpsertAsync([], Token));
        Assert.Empty(await opened.Store.GetManyAsync([], Token));
    }
}
