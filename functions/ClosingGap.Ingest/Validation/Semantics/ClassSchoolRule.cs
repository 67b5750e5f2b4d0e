using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A user's resource that names both a class and an organisation names the school of that class.</summary>
internal sealed class ClassSchoolRule(FileContract contract, PackageFacts facts) : MeaningRule("orgSourcedId")
{
    private readonly int _organisation = contract.IndexOf("orgSourcedId");
    private readonly int _class = contract.IndexOf("classSourcedId");

    public override string? Broken(string?[] values) =>
        values[_organisation] is not { } organisation
        || values[_class] is not { } named
        || !facts.SchoolOfClass.TryGetValue(KeyHash.Of(named), out var school)
        || school == KeyHash.Of(organisation)
            ? null
            : DiagnosticCodes.SemanticUserResourceClassOrgMismatch;
}
