namespace ClosingGap.Functions.Http;

/// <summary>Asks for the key of a student. The id comes in the body, because hosts log addresses.</summary>
/// <param name="SourcedId">The id in the student information system.</param>
public sealed record LookupRequest(string? SourcedId);
