using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A user has at most one primary role at an organisation.</summary>
internal sealed class OnePrimaryRoleRule(FileContract contract) : MeaningRule("roleType")
{
    private readonly int _user = contract.IndexOf("userSourcedId");
    private readonly int _organisation = contract.IndexOf("orgSourcedId");
    private readonly int _type = contract.IndexOf("roleType");
    private readonly KeySet _primary = new();

    public override string? Broken(string?[] values) =>
        values[_type] != "primary" || _primary.Add(PackageFacts.Pair(values[_user]!, values[_organisation]!))
            ? null
            : DiagnosticCodes.SemanticMultiplePrimaryRolesForUserOrg;
}
