namespace ClosingGap.Functions.Http;

/// <summary>A problem as RFC 9457 has it, with the stable code and, where there are several, each error with its place.</summary>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ProblemError>? Errors = null);
