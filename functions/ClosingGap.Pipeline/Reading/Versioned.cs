namespace ClosingGap.Pipeline.Reading;

/// <summary>What a reader gets of a published version.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">The version.</param>
public sealed record Versioned<T>(T Value, long Version);
