using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The profile that a role names is one of the same user.</summary>
internal sealed class ProfileOwnerRule(FileContract contract, PackageFacts facts) : MeaningRule("userProfileSourcedId")
{
    private readonly int _user = contract.IndexOf("userSourcedId");
    private readonly int _profile = contract.IndexOf("userProfileSourcedId");

    public override string? Broken(string?[] values) =>
        values[_profile] is not { } profile
        || !facts.UserOfProfile.TryGetValue(KeyHash.Of(profile), out var owner)
        || owner == KeyHash.Of(values[_user])
            ? null
            : DiagnosticCodes.SemanticUserProfileUserMismatch;

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row) =>
        row.Raw(_profile).IsEmpty || !facts.UserOfProfile.TryGetValue(row.Hash(_profile), out var owner) || owner == row.Hash(_user);
}
