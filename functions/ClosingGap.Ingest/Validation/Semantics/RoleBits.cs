namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// Roles as bits in the words of <c>resources.roles</c>: the administrators of <c>roles.csv</c> are one role there, and a counselor is none.
/// Tokens that begin with <c>ext:</c> get a bit each as they are met; beyond 55 of them the rest share one.
/// </summary>
internal sealed class RoleBits
{
    private const int FirstExtension = 8;
    private const int Shared = 63;

    private static readonly Dictionary<string, int> s_known = new(StringComparer.Ordinal)
    {
        ["administrator"] = 0,
        ["districtAdministrator"] = 0,
        ["principal"] = 0,
        ["siteAdministrator"] = 0,
        ["systemAdministrator"] = 0,
        ["aide"] = 1,
        ["guardian"] = 2,
        ["parent"] = 3,
        ["proctor"] = 4,
        ["relative"] = 5,
        ["student"] = 6,
        ["teacher"] = 7,
    };

    private readonly Dictionary<string, int> _extensions = new(StringComparer.Ordinal);

    /// <summary>The bit of a role; 0 for one that no resource can ask for.</summary>
    public ulong Of(string role)
    {
        if (s_known.TryGetValue(role, out var bit))
        {
            return 1UL << bit;
        }

        if (!ExtensionToken.Is(role))
        {
            return 0;
        }

        if (!_extensions.TryGetValue(role, out bit))
        {
            bit = FirstExtension + _extensions.Count;
            if (bit >= Shared)
            {
                return 1UL << Shared;
            }

            _extensions[role] = bit;
        }

        return 1UL << bit;
    }

    /// <summary>The bits of roles joined by commas.</summary>
    public ulong OfList(string roles)
    {
        var bits = 0UL;
        foreach (var role in roles.Split(','))
        {
            bits |= Of(role);
        }

        return bits;
    }
}
