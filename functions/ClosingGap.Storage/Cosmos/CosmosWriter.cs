using System.Globalization;
using System.Net;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;
using Microsoft.Azure.Cosmos;

namespace ClosingGap.Storage.Cosmos;

/// <summary>Writes through one client, and reads its answers: which are results and which are faults.</summary>
internal sealed class CosmosWriter(Container container)
{
    public Task<WriteResult> WriteAsync(PlannedWrite write, CancellationToken cancellationToken) =>
        CosmosFaults.GuardAsync(
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var options = new ItemRequestOptions { IfMatchEtag = write.IfMatch, EnableContentResponseOnWrite = false };
                var key = new PartitionKey(write.Document.Partition);
                var id = write.Document.Id;
                using var body = write.Kind == BatchKind.Delete ? null : CosmosItem.Write(write.Document);
                using var answer = await (write.Kind switch
                {
                    BatchKind.Create => container.CreateItemStreamAsync(body, key, options, cancellationToken),
                    BatchKind.Replace => container.ReplaceItemStreamAsync(body, id, key, options, cancellationToken),
                    BatchKind.Upsert => container.UpsertItemStreamAsync(body, key, options, cancellationToken),
                    _ => container.DeleteItemStreamAsync(id, key, options, cancellationToken),
                }).ConfigureAwait(false);
                var status = Status(answer.StatusCode, SubStatus(answer.Headers)) ?? throw Fault(answer);
                return new WriteResult(
                    status, status == WriteStatus.Written && write.Kind != BatchKind.Delete ? answer.Headers.ETag : null);
            },
            cancellationToken);

    public Task<BatchResult> WriteBatchAsync(string partition, PlannedWrite[] writes, CancellationToken cancellationToken) =>
        CosmosFaults.GuardAsync(
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var batch = container.CreateTransactionalBatch(new PartitionKey(partition));
                foreach (var write in writes)
                {
                    Add(batch, write);
                }

                using var answer = await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
                var results = new WriteResult[writes.Length];
                for (var index = 0; index < results.Length; index++)
                {
                    results[index] = Result(answer, index, writes[index].Kind);
                }

                return new BatchResult(answer.IsSuccessStatusCode, results);
            },
            cancellationToken);

    public static int SubStatus(Headers headers) =>
        int.TryParse(headers["x-ms-substatus"], NumberStyles.None, CultureInfo.InvariantCulture, out var subStatus) ? subStatus : 0;

    public static Exception Fault(ResponseMessage answer) =>
        CosmosFaults.Describe(answer.StatusCode, SubStatus(answer.Headers), answer.Headers.ActivityId);

    private static void Add(TransactionalBatch batch, in PlannedWrite write)
    {
        var options = new TransactionalBatchItemRequestOptions { IfMatchEtag = write.IfMatch, EnableContentResponseOnWrite = false };
        switch (write.Kind)
        {
            case BatchKind.Create:
                batch.CreateItemStream(CosmosItem.Write(write.Document), options);
                break;
            case BatchKind.Replace:
                batch.ReplaceItemStream(write.Document.Id, CosmosItem.Write(write.Document), options);
                break;
            case BatchKind.Upsert:
                batch.UpsertItemStream(CosmosItem.Write(write.Document), options);
                break;
            default:
                batch.DeleteItem(write.Document.Id, options);
                break;
        }
    }

    private static WriteResult Result(TransactionalBatchResponse answer, int index, BatchKind kind)
    {
        if (index >= answer.Count)
        {
            throw CosmosFaults.Describe(answer.StatusCode, 0, answer.ActivityId);
        }

        var result = answer[index];
        if (result.StatusCode == HttpStatusCode.FailedDependency)
        {
            return new(WriteStatus.NotDone);
        }

        var status = Status(result.StatusCode, 0) ?? throw CosmosFaults.Describe(result.StatusCode, 0, answer.ActivityId);
        return new(status, status == WriteStatus.Written && kind != BatchKind.Delete ? result.ETag : null);
    }

    // Null: a fault of the store, not a result.
    private static WriteStatus? Status(HttpStatusCode status, int subStatus) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent => WriteStatus.Written,
        HttpStatusCode.Conflict => WriteStatus.AlreadyExists,
        HttpStatusCode.PreconditionFailed => WriteStatus.PreconditionFailed,
        HttpStatusCode.NotFound when subStatus == 0 => WriteStatus.NotFound,
        _ => null,
    };
}
