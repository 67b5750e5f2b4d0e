using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>The wire format of batches and bulk: rows in the schema that the client library carries.</summary>
internal static class BatchCodec
{
    private const int ResultSchema = 2145473649;

    private static readonly LayoutResolverNamespace Resolver = new(Namespace.Parse(ReadSchema()));

    public static async Task<List<BatchRequestItem>> ReadAsync(Stream stream)
    {
        var items = new List<BatchRequestItem>();
        var result = await stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                items.Add(Read(record));
                return Result.Success;
            },
            resizer: new MemorySpanResizer<byte>((int)stream.Length));
        return result == Result.Success ? items : throw new InvalidDataException($"the batch cannot be read: {result}");
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<GatewayAnswer> answers)
    {
        var resizer = new MemorySpanResizer<byte>(1024);
        var stream = new MemoryStream();
        var result = await stream.WriteRecordIOAsync(
            default,
            (long index, out ReadOnlyMemory<byte> buffer) =>
            {
                if (index >= answers.Count)
                {
                    buffer = default;
                    return Result.Success;
                }

                var row = new RowBuffer(1024, resizer);
                row.InitLayout(HybridRowVersion.V1, Resolver.Resolve(new SchemaId(ResultSchema)), Resolver);
                var written = RowWriter.WriteBuffer(ref row, answers[(int)index], Write);

                // Every record needs memory of its own.
                buffer = row.ToArray();
                return written;
            });
        return result == Result.Success ? stream.ToArray() : throw new InvalidDataException($"the answer cannot be written: {result}");
    }

    private static Result Write(ref RowWriter writer, TypeArgument type, GatewayAnswer answer)
    {
        var result = writer.WriteInt32("statusCode", answer.Status);
        if (result == Result.Success && answer.ETag is not null)
        {
            result = writer.WriteString("eTag", answer.ETag);
        }

        return result == Result.Success ? writer.WriteFloat64("requestCharge", 1) : result;
    }

    private static BatchRequestItem Read(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        if (!row.ReadFrom(record.Span, HybridRowVersion.V1, Resolver))
        {
            throw new InvalidDataException("a row of the batch cannot be read");
        }

        var item = new BatchRequestItem();
        var reader = new RowReader(ref row);
        while (reader.Read())
        {
            string? text = null;
            switch (reader.Path.ToString())
            {
                case "operationType":
                    reader.ReadInt32(out var kind);
                    item.OperationType = kind;
                    break;
                case "partitionKey":
                    reader.ReadString(out text);
                    item.PartitionKey = text;
                    break;
                case "id":
                    reader.ReadString(out text);
                    item.Id = text;
                    break;
                case "ifMatch":
                    reader.ReadString(out text);
                    item.IfMatch = text;
                    break;
                case "resourceBody":
                    reader.ReadBinary(out byte[] body);
                    item.Body = body;
                    break;
            }
        }

        return item;
    }

    private static string ReadSchema()
    {
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream("Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
