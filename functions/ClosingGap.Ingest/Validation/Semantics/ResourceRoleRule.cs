using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// A user who gets a resource has one of the roles it is meant for, by an enrollment or a role. A user who is not known or has
/// neither, and a resource for everybody, are not judged; nor is anything unless the enrollments and roles at hand are all there are.
/// </summary>
internal sealed class ResourceRoleRule(FileContract contract, ValidationContext context) : MeaningRule("resourceSourcedId")
{
    private readonly PackageFacts _facts = context.Facts;
    private readonly ReferenceTarget _users = context.References.Of("users");
    private readonly int _user = contract.IndexOf("userSourcedId");
    private readonly int _resource = contract.IndexOf("resourceSourcedId");

    public override string? Broken(string?[] values) =>
        _facts.IsTold("enrollments") && _facts.IsTold("roles")
        && _facts.RolesOfResource.TryGetValue(KeyHash.Of(values[_resource]), out var wanted)
        && wanted != 0
        && KeyHash.Of(values[_user]) is var user
        && _facts.RolesOfUser.TryGetValue(user, out var held)
        && (wanted & held) == 0
        && _users.Look(user) == ReferenceState.Found
            ? DiagnosticCodes.SemanticResourceRoleMismatch
            : null;
}
