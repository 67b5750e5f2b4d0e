namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>One operation of a batch as it comes over the wire.</summary>
internal sealed record BatchRequestItem
{
    public const int Create = 0;
    public const int Delete = 4;
    public const int Replace = 5;
    public const int Upsert = 20;

    public int OperationType { get; set; }

    public string? PartitionKey { get; set; }

    public string? Id { get; set; }

    public string? IfMatch { get; set; }

    public byte[]? Body { get; set; }
}
