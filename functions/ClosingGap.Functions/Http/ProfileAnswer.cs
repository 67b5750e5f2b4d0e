namespace ClosingGap.Functions.Http;

/// <summary>A profile was checked and stored.</summary>
/// <param name="Path">Its path; the source now points to it.</param>
public sealed record ProfileAnswer(string Path);
