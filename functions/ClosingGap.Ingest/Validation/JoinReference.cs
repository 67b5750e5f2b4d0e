namespace ClosingGap.Ingest.Validation;

/// <summary>A record that another system's exports may name.</summary>
/// <param name="SourcedId">Its id.</param>
/// <param name="Identifier">The local name under which other systems may know it: a student's <c>identifier</c>, a class's <c>classCode</c>; or null.</param>
public readonly record struct JoinReference(string SourcedId, string? Identifier);
