using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>
/// A Cosmos DB gateway inside this process: the client library is the real one and speaks REST to this handler. It has one account,
/// one database, one container with one physical partition, and can be told to fail.
/// </summary>
internal sealed class CosmosGateway(TimeProvider time) : HttpMessageHandler
{
    private const string Account = """
        {"id":"test","_self":"","_rid":"test","_dbs":"//dbs/","media":"//media/","addresses":"//addresses/",
         "writableLocations":[{"name":"here","databaseAccountEndpoint":"https://cosmos.test:443/"}],
         "readableLocations":[{"name":"here","databaseAccountEndpoint":"https://cosmos.test:443/"}],
         "enableMultipleWriteLocations":false,
         "userReplicationPolicy":{"asyncReplication":false,"minReplicaSetSize":3,"maxReplicasetSize":4},
         "userConsistencyPolicy":{"defaultConsistencyLevel":"Strong"},
         "systemReplicationPolicy":{"minReplicaSetSize":3,"maxReplicasetSize":4},
         "readPolicy":{"primaryReadCoefficient":1,"secondaryReadCoefficient":1},
         "queryEngineConfiguration":"{\"clientDisableOptimisticDirectExecution\":false,\"maxSqlQueryInputLength\":262144,\"maxJoinsPerSqlQuery\":5,\"maxLogicalAndPerSqlQuery\":500,\"maxLogicalOrPerSqlQuery\":500,\"maxUdfRefPerSqlQuery\":10,\"maxInExpressionItemsCount\":16000,\"queryMaxInMemorySortDocumentCount\":500,\"maxQueryRequestTimeoutFraction\":0.9,\"sqlAllowNonFiniteNumbers\":false,\"sqlAllowAggregateFunctions\":true,\"sqlAllowSubQuery\":true,\"sqlAllowScalarSubQuery\":true,\"allowNewKeywords\":true,\"sqlAllowLike\":true,\"sqlAllowGroupByClause\":true,\"maxSpatialQueryCells\":12,\"spatialMaxGeometryPointCount\":256,\"sqlAllowTop\":true,\"enableSpatialIndexing\":true}"}
        """;

    private const string Container = """
        {"id":"documents","_rid":"AQAAAAAAAIA=","_self":"dbs/AQAAAA==/colls/AQAAAAAAAIA=/","_etag":"\"1\"","_ts":1,"defaultTtl":-1,
         "indexingPolicy":{"indexingMode":"consistent","automatic":true,"includedPaths":[],"excludedPaths":[{"path":"/*"}]},
         "partitionKey":{"paths":["/pk"],"kind":"Hash","version":2}}
        """;

    private const string Ranges = """
        {"_rid":"AQAAAAAAAIA=","_count":1,"PartitionKeyRanges":[{"_rid":"AQAAAAAAAIACAAAAAAAAUA==","id":"0","_etag":"\"1\"",
         "minInclusive":"","maxExclusive":"FF","ridPrefix":0,"_self":"","throughputFraction":1,"status":"online","parents":[],"_ts":1}]}
        """;

    // The one query of the store, ordered by id; the client sends it on unchanged to the one partition.
    private const string Plan = """
        {"partitionedQueryExecutionInfoVersion":2,
         "queryInfo":{"distinctType":"None","top":null,"offset":null,"limit":null,"orderBy":["Ascending"],"orderByExpressions":["c.id"],
          "groupByExpressions":[],"groupByAliases":[],"aggregates":[],"groupByAliasToAggregateType":{},"rewrittenQuery":"","hasSelectValue":false},
         "queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}
        """;

    private readonly GatewayItems _items = new(time);
    private readonly ConcurrentQueue<int> _faults = new();
    private int _batches;

    /// <summary>Items per page of a query, whatever the client asks for: the service may always give fewer.</summary>
    public int PageLimit { get; set; } = 100;

    /// <summary>Batch requests seen, those of bulk mode included.</summary>
    public int Batches => _batches;

    /// <summary>Answers the next requests for data with this status.</summary>
    public void Fail(int status, int times)
    {
        for (var count = 0; count < times; count++)
        {
            _faults.Enqueue(status);
        }
    }

    public void StopFailing() => _faults.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var segments = request.RequestUri!.AbsolutePath.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return segments switch
        {
            [""] => Json(200, Account),
            ["dbs", _, "colls", _] => Json(200, Container),
            ["dbs", _, "colls", _, "pkranges"] => Header(request, "If-None-Match") is null ? Json(200, Ranges, "\"1\"") : Empty(304, "\"1\""),
            ["dbs", _, "colls", _, "docs", ..] when _faults.TryDequeue(out var status) => Fault(status),
            ["dbs", _, "colls", _, "docs"] => await PostAsync(request, cancellationToken),
            ["dbs", _, "colls", _, "docs", var id] => await ItemAsync(request, id, cancellationToken),
            _ => Empty(501),
        };
    }

    private async Task<HttpResponseMessage> ItemAsync(HttpRequestMessage request, string id, CancellationToken cancellationToken)
    {
        var partition = Partition(Header(request, "x-ms-documentdb-partitionkey")!);
        if (request.Method == HttpMethod.Get)
        {
            return Answer(_items.Read(partition, id));
        }

        return Answer(_items.Write(partition, new BatchRequestItem
        {
            OperationType = request.Method == HttpMethod.Delete ? BatchRequestItem.Delete : BatchRequestItem.Replace,
            Id = id,
            IfMatch = Header(request, "If-Match"),
            Body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken),
        }));
    }

    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        if (IsTrue(request, "x-ms-cosmos-is-query-plan-request"))
        {
            return Json(200, Plan);
        }

        if (IsTrue(request, "x-ms-documentdb-isquery") || IsTrue(request, "x-ms-documentdb-query"))
        {
            return Query(request, JsonNode.Parse(body)!);
        }

        if (IsTrue(request, "x-ms-cosmos-is-batch-request"))
        {
            return await BatchAsync(request, body);
        }

        return Answer(_items.Write(
            Partition(Header(request, "x-ms-documentdb-partitionkey")!),
            new BatchRequestItem
            {
                OperationType = IsTrue(request, "x-ms-documentdb-is-upsert") ? BatchRequestItem.Upsert : BatchRequestItem.Create,
                Body = body,
            }));
    }

    private HttpResponseMessage Query(HttpRequestMessage request, JsonNode query)
    {
        var parameters = query["parameters"]!.AsArray().ToDictionary(
            parameter => parameter!["name"]!.GetValue<string>(), parameter => parameter!["value"]!.GetValue<string>(), StringComparer.Ordinal);
        var all = _items.List(
            Partition(Header(request, "x-ms-documentdb-partitionkey")!), parameters["@after"], parameters["@prefix"]);
        var from = Header(request, "x-ms-continuation") is { } continuation ? int.Parse(continuation, CultureInfo.InvariantCulture) : 0;
        var most = Header(request, "x-ms-max-item-count") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 100;
        var page = all.Skip(from).Take(Math.Min(most, PageLimit)).Select(json => Encoding.UTF8.GetString(json)).ToList();
        var answer = Json(200, $$"""{"_rid":"AQAAAAAAAIA=","Documents":[{{string.Join(',', page)}}],"_count":{{page.Count}}}""");
        if (from + page.Count < all.Count)
        {
            answer.Headers.TryAddWithoutValidation("x-ms-continuation", (from + page.Count).ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }

    private async Task<HttpResponseMessage> BatchAsync(HttpRequestMessage request, byte[] body)
    {
        Interlocked.Increment(ref _batches);
        using var stream = new MemoryStream(body);
        var operations = await BatchCodec.ReadAsync(stream);
        var answers = IsTrue(request, "x-ms-cosmos-batch-atomic")
            ? _items.WriteAll(Partition(Header(request, "x-ms-documentdb-partitionkey")!), operations)
            : operations.ConvertAll(operation => _items.Write(Partition(operation.PartitionKey!), operation));
        var answer = Empty(answers.TrueForAll(one => one.Status < 300) ? 200 : 207);
        answer.Content = new ByteArrayContent(await BatchCodec.WriteAsync(answers));
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return answer;
    }

    private static HttpResponseMessage Answer(GatewayAnswer answer) => answer switch
    {
        { Status: >= 400 } => Fault(answer.Status),
        { Body: { } body } => Json(answer.Status, Encoding.UTF8.GetString(body), answer.ETag),
        _ => Empty(answer.Status, answer.ETag),
    };

    private static HttpResponseMessage Fault(int status)
    {
        var answer = Json(status, $$"""{"code":"{{(HttpStatusCode)status}}","message":"as told"}""");
        answer.Headers.Add("x-ms-retry-after-ms", "1");
        return answer;
    }

    private static HttpResponseMessage Json(int status, string json, string? etag = null)
    {
        var answer = Empty(status, etag);
        answer.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return answer;
    }

    private static HttpResponseMessage Empty(int status, string? etag = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        answer.Headers.TryAddWithoutValidation("x-ms-activity-id", Guid.NewGuid().ToString());
        answer.Headers.TryAddWithoutValidation("x-ms-request-charge", "1");
        answer.Headers.TryAddWithoutValidation("x-ms-session-token", "0:-1#1");
        if (etag is not null)
        {
            answer.Headers.TryAddWithoutValidation("etag", etag);
        }

        return answer;
    }

    private static string Partition(string header) => JsonSerializer.Deserialize<string[]>(header)![0];

    private static bool IsTrue(HttpRequestMessage request, string name) =>
        string.Equals(Header(request, name), "True", StringComparison.OrdinalIgnoreCase);

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) || request.Content?.Headers.TryGetValues(name, out values) == true
            ? string.Join(',', values)
            : null;
}
