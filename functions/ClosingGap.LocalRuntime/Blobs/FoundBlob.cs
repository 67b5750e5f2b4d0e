namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>A blob of a listing that a function's pattern takes. <paramref name="Type"/> is its kind, e.g. <c>BlockBlob</c>.</summary>
internal sealed record FoundBlob(BlobTriggerInput Input, string Type);
