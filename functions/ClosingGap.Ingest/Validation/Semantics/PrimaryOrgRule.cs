using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>A user has a role at the primary organisation. Not judged unless <c>roles.csv</c> was read ahead and says all.</summary>
internal sealed class PrimaryOrgRule(FileContract contract, PackageFacts facts) : MeaningRule("primaryOrgSourcedId")
{
    private readonly int _user = contract.IndexOf("sourcedId");
    private readonly int _organisation = contract.IndexOf("primaryOrgSourcedId");

    public override string? Broken(string?[] values) =>
        facts.RolesHeld is null
        || values[_organisation] is not { } organisation
        || facts.RolesHeld.Contains(PackageFacts.Pair(values[_user]!, organisation))
            ? null
            : DiagnosticCodes.SemanticPrimaryOrgMissingRole;

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row) =>
        facts.RolesHeld is null
        || row.Raw(_organisation).IsEmpty
        || facts.RolesHeld.Contains(PackageFacts.Pair(row.Hash(_user), row.Hash(_organisation)));
}
