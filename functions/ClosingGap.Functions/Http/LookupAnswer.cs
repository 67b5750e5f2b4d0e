namespace ClosingGap.Functions.Http;

/// <summary>The key of a student.</summary>
/// <param name="StudentKey">The key.</param>
/// <param name="Url">The path of the student.</param>
public sealed record LookupAnswer(string StudentKey, string Url);
