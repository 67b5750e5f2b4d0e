namespace ClosingGap.Ingest.Profiles;

/// <summary>Where a district's roster holds the state's id of a student: <c>settings.stateId</c> of its profile.</summary>
/// <param name="Column">A column of users.</param>
/// <param name="Type">For <c>userIds</c>, which holds several ids: the type of the state's one.</param>
public sealed record StateIdSetting(string Column, string? Type)
{
    private const string UserIds = "userIds:";
    private const int MaxTypeLength = 60;

    /// <summary>What the setting may be, in words.</summary>
    public const string Allowed = "identifier, userMasterIdentifier, sourcedId or userIds:TYPE is wanted.";

    /// <summary>Reads the setting; null when there is none, or it is not one.</summary>
    public static StateIdSetting? Parse(string? text) => text switch
    {
        "identifier" or "userMasterIdentifier" or "sourcedId" => new StateIdSetting(text, null),
        { Length: > 8 and <= 8 + MaxTypeLength } when text.StartsWith(UserIds, StringComparison.Ordinal) => new StateIdSetting("userIds", text[UserIds.Length..]),
        _ => null,
    };
}
