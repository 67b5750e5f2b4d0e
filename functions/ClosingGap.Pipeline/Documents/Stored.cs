namespace ClosingGap.Pipeline.Documents;

/// <summary>A value as it was read, with the ETag by which it may be replaced.</summary>
public sealed record Stored<T>(T Value, string ETag);
