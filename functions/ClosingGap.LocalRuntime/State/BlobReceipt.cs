namespace ClosingGap.LocalRuntime.State;

/// <summary>One blob's standing with one function, for one ETag. <paramref name="Due"/> is when the next try may begin.</summary>
internal sealed record BlobReceipt(string ETag, ReceiptState State, int Tries, DateTimeOffset Due);
