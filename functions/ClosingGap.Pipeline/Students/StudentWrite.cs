namespace ClosingGap.Pipeline.Students;

/// <summary>What a run has to say of a student.</summary>
/// <param name="Key">The student's key.</param>
/// <param name="Hash">The hash of the body; null for a student who is gone.</param>
/// <param name="Body">The body as JSON in UTF-8; null for a student who is gone.</param>
public sealed record StudentWrite(string Key, string? Hash, byte[]? Body);
