using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// A user who gets a resource has one of the roles it is meant for, by an enrollment or a role. A user of whom neither is known, and a
/// resource for everybody, are not judged; nor is anything unless the enrollments and roles at hand are all there are.
/// </summary>
internal sealed class ResourceRoleRule(FileContract contract, PackageFacts facts) : MeaningRule("resourceSourcedId")
{
    private readonly int _user = contract.IndexOf("userSourcedId");
    private readonly int _resource = contract.IndexOf("resourceSourcedId");

    public override string? Broken(string?[] values) =>
        facts.IsTold("enrollments") && facts.IsTold("roles")
        && facts.RolesOfResource.TryGetValue(KeyHash.Of(values[_resource]), out var wanted)
        && wanted != 0
        && facts.RolesOfUser.TryGetValue(KeyHash.Of(values[_user]), out var held)
        && (wanted & held) == 0
            ? DiagnosticCodes.SemanticResourceRoleMismatch
            : null;
}
