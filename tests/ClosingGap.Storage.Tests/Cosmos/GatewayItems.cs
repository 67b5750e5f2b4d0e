using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>The items of the one container behind the gateway, with the service's rules for conditions, time to live and sizes.</summary>
internal sealed class GatewayItems(TimeProvider time)
{
    private const int MaxItemBytes = 2 * 1024 * 1024;

    private readonly Dictionary<(string Partition, string Id), Item> _items = [];
    private readonly Lock _lock = new();
    private long _version;

    public GatewayAnswer Read(string partition, string id)
    {
        lock (_lock)
        {
            return Find(partition, id) is { } item ? new(200, item.ETag, item.Json) : new(404);
        }
    }

    public GatewayAnswer Write(string partition, BatchRequestItem operation)
    {
        lock (_lock)
        {
            return Apply(partition, operation);
        }
    }

    /// <summary>All operations or, when atomic and one fails, none of them.</summary>
    public List<GatewayAnswer> WriteAll(string partition, List<BatchRequestItem> operations)
    {
        lock (_lock)
        {
            var before = new Dictionary<(string, string), Item>(_items);
            var answers = new List<GatewayAnswer>();
            foreach (var operation in operations)
            {
                var answer = Apply(partition, operation);
                answers.Add(answer);
                if (answer.Status >= 300)
                {
                    _items.Clear();
                    foreach (var (key, item) in before)
                    {
                        _items.Add(key, item);
                    }

                    return [.. Enumerable.Range(0, operations.Count)
                        .Select(index => index == answers.Count - 1 ? answer : new GatewayAnswer(424))];
                }
            }

            return answers;
        }
    }

    /// <summary>The items of a partition behind an id and with a prefix, in the order of the UTF-8 bytes of their ids.</summary>
    public List<byte[]> List(string partition, string after, string prefix)
    {
        lock (_lock)
        {
            return [.. _items.Keys
                .Where(key => string.Equals(key.Partition, partition, StringComparison.Ordinal))
                .Where(key => Utf8Order.Compare(key.Id, after) > 0 && key.Id.StartsWith(prefix, StringComparison.Ordinal))
                .Order(Comparer<(string Partition, string Id)>.Create((left, right) => Utf8Order.Compare(left.Id, right.Id)))
                .Select(key => Find(key.Partition, key.Id)?.Json).OfType<byte[]>()];
        }
    }

    private static Comparer<string> Utf8Order { get; } = Comparer<string>.Create(
        (left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private GatewayAnswer Apply(string partition, BatchRequestItem operation)
    {
        if (operation.OperationType == BatchRequestItem.Delete)
        {
            return Check(Find(partition, operation.Id!), operation) is { } refused
                ? new(refused)
                : new(_items.Remove((partition, operation.Id!)) ? 204 : 404);
        }

        if (operation.Body!.Length > MaxItemBytes)
        {
            return new(413);
        }

        // The service reads and writes JSON anew; so does this.
        var json = JsonNode.Parse(operation.Body)!.AsObject();
        var id = json["id"]!.GetValue<string>();
        if (!string.Equals(json["pk"]!.GetValue<string>(), partition, StringComparison.Ordinal) || id.AsSpan().ContainsAny("/\\?#"))
        {
            return new(400);
        }

        var there = Find(partition, id);
        if (operation.OperationType == BatchRequestItem.Create && there is not null)
        {
            return new(409);
        }

        if (operation.OperationType == BatchRequestItem.Replace && Check(there, operation) is { } status)
        {
            return new(status);
        }

        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{++_version:x8}-0000-0000-0000-000000000000\"");
        json["_rid"] = "AQAAAAAAAIABAAAAAAAAAA==";
        json["_self"] = "dbs/AQAAAA==/colls/AQAAAAAAAIA=/docs/AQAAAAAAAIABAAAAAAAAAA==/";
        json["_etag"] = etag;
        json["_attachments"] = "attachments/";
        json["_ts"] = time.GetUtcNow().ToUnixTimeSeconds();
        var lives = json["ttl"]?.GetValue<long>();
        _items[(partition, id)] = new(
            JsonSerializer.SerializeToUtf8Bytes(json), etag, lives is null ? null : time.GetUtcNow().AddSeconds(lives.Value));
        return new(there is null ? 201 : 200, etag);
    }

    private static int? Check(Item? there, BatchRequestItem operation) =>
        there is null ? 404
        : operation.IfMatch is not null && !string.Equals(operation.IfMatch, there.ETag, StringComparison.Ordinal) ? 412
        : null;

    private Item? Find(string partition, string id)
    {
        if (_items.TryGetValue((partition, id), out var item) && item.Expires <= time.GetUtcNow())
        {
            _items.Remove((partition, id));
            return null;
        }

        return item;
    }

    private sealed record Item(byte[] Json, string ETag, DateTimeOffset? Expires);
}
