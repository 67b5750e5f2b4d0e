namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>How the gateway ends one operation.</summary>
internal sealed record GatewayAnswer(int Status, string? ETag = null, byte[]? Body = null);
