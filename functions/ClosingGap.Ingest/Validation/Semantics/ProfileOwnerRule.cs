using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

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
}
