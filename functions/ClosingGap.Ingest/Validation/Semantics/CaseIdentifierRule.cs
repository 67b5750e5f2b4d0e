using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The identifier of a CASE learning objective is <c>urn:uuid:</c> and a UUID in lower case, as RFC 4122 section 3 writes it.</summary>
internal sealed class CaseIdentifierRule(FileContract contract) : MeaningRule("learningObjectiveId")
{
    private const string Prefix = "urn:uuid:";
    private const int UuidLength = 36;

    private readonly int _source = contract.IndexOf("source");
    private readonly int _identifier = contract.IndexOf("learningObjectiveId");

    public override string? Broken(string?[] values) =>
        values[_source] != "case" || IsUuidUrn(values[_identifier]) ? null : DiagnosticCodes.SemanticInvalidCaseLearningObjectiveId;

    private static bool IsUuidUrn(string? identifier) =>
        identifier is { Length: UuidLength + 9 }
        && identifier.StartsWith(Prefix, StringComparison.Ordinal)
        && !identifier.AsSpan().ContainsAnyInRange('A', 'F')
        && Guid.TryParseExact(identifier.AsSpan(Prefix.Length), "D", out _);
}
