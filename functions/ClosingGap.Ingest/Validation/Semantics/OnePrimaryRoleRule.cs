using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A user has at most one primary role at an organisation.</summary>
/// <param name="contract">The file of roles.</param>
/// <param name="primary">An empty set, to be filled with users and organisations.</param>
internal sealed class OnePrimaryRoleRule(FileContract contract, KeySet primary) : MeaningRule("roleType")
{
    private readonly int _user = contract.IndexOf("userSourcedId");
    private readonly int _organisation = contract.IndexOf("orgSourcedId");
    private readonly int _type = contract.IndexOf("roleType");

    public override string? Broken(string?[] values) =>
        values[_type] != "primary" || primary.Add(PackageFacts.Pair(values[_user]!, values[_organisation]!))
            ? null
            : DiagnosticCodes.SemanticMultiplePrimaryRolesForUserOrg;

    public override bool KnowsCleanRows => true;

    public override bool HasEffects => true;

    public override bool IsKept(CleanRow row) =>
        !row.Raw(_type).SequenceEqual("primary"u8) || primary.Add(PackageFacts.Pair(row.Hash(_user), row.Hash(_organisation)));
}
